import { EventEmitter } from 'node:events';
import type { UtilityProcess } from 'electron';
import { afterEach, beforeEach, describe, expect, expectTypeOf, it, vi } from 'vitest';
import { makeRecoveryKeyModel, makeSheetModel } from '../../../test/support/print-models';
import type { PdfProcess } from './paper-worker';
import type { PdfRequest, PdfResponse } from './pdf-messages';
import { createPdfService } from './pdf-service';

type Behaviour = (request: PdfRequest, process: FakeProcess) => void;

class FakeProcess extends EventEmitter {
  readonly requests: PdfRequest[] = [];
  killed = false;
  readonly #behaviour: Behaviour;
  constructor(behaviour: Behaviour) {
    super();
    this.#behaviour = behaviour;
  }
  postMessage(request: PdfRequest): void {
    this.requests.push(request);
    this.#behaviour(request, this);
  }
  kill(): boolean {
    this.killed = true;
    this.emit('exit', 0);
    return true;
  }
  answer(response: PdfResponse): void {
    queueMicrotask(() => this.emit('message', response));
  }
}

const model = makeRecoveryKeyModel();

function made(id: number): PdfResponse {
  return { id, ok: true, bytes: new Uint8Array([id]), standard: 'a-2a', missing: [] };
}
const answers: Behaviour = (request, process) => process.answer(made(request.id));
const silent: Behaviour = () => undefined;
const dies: Behaviour = (_request, process) => {
  queueMicrotask(() => process.emit('exit', 5));
};

/** A service whose processes behave as listed, the last one for all that follow. */
function serviceOf(...behaviours: Behaviour[]) {
  return poolOf(1, ...behaviours);
}

/** The same with up to so many processes at once. */
function poolOf(most: number, ...behaviours: Behaviour[]) {
  const processes: FakeProcess[] = [];
  const service = createPdfService({
    timeoutMilliseconds: 1000,
    processes: most,
    fork: () => {
      const behaviour = behaviours[Math.min(processes.length, behaviours.length - 1)];
      const process = new FakeProcess(behaviour ?? silent);
      processes.push(process);
      return process;
    },
  });
  return { service, processes };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createPdfService', () => {
  it('takes what Electron forks', () => {
    expectTypeOf<UtilityProcess>().toExtend<PdfProcess>();
  });

  it('starts no process before it is needed, and then keeps one', async () => {
    const { service, processes } = serviceOf(answers);
    expect(processes).toHaveLength(0);
    const first = await service.makePdf(model);
    const second = await service.makePdf(model);
    expect([...first.bytes, ...second.bytes]).toEqual([1, 2]);
    expect(processes).toHaveLength(1);
  });

  it('starts ahead when warmed up', async () => {
    const { service, processes } = serviceOf(answers);
    service.warmUp();
    service.warmUp();
    expect(processes).toHaveLength(1);
    await service.makePdf(model);
    expect(processes).toHaveLength(1);
  });

  it('asks for one paper at a time, in order', async () => {
    const waiting: (() => void)[] = [];
    const { service, processes } = serviceOf((request, process) => {
      waiting.push(() => process.answer(made(request.id)));
    });
    const both = [service.makePdf(model), service.makePdf(model)];
    await vi.waitFor(() => expect(waiting).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(10);
    expect(processes[0]?.requests).toHaveLength(1);
    waiting[0]?.();
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.();
    expect((await Promise.all(both)).map(({ bytes }) => bytes[0])).toEqual([1, 2]);
  });

  it('asks for the characters alone, and says which are lacking', async () => {
    const missing = [{ character: '𪚲', codePoint: 'U+2A6B2', path: ['title'], count: 1 }];
    const { service, processes } = serviceOf((request, process) =>
      process.answer({ ...made(request.id), missing } as PdfResponse),
    );
    expect(await service.checkCharacters(model)).toEqual(missing);
    await service.makePdf(model);
    const asked = processes[0]?.requests.map(({ charactersOnly }) => charactersOnly);
    expect(asked).toEqual([true, false]);
  });

  it('gives a file of many sheets as many times as long', async () => {
    const { service, processes } = serviceOf(silent, answers);
    const sheet = makeSheetModel();
    const { title, printedAt } = sheet;
    const sheets = [sheet, sheet, sheet];
    const many = { kind: 'evaluation-sheets', title, orgUnit: '', printedAt, sheets } as const;
    const making = service.makePdf({ ...many, sheets });
    await vi.advanceTimersByTimeAsync(2999);
    expect(processes[0]?.killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(processes[0]?.killed).toBe(true);
    await making;
  });

  it('replaces a process that dies, once', async () => {
    const { service, processes } = serviceOf(dies, answers);
    expect((await service.makePdf(model)).bytes).toEqual(new Uint8Array([2]));
    expect(processes).toHaveLength(2);
  });

  it('gives up on a paper that kills every process, and goes on with the next', async () => {
    const { service, processes } = serviceOf(dies, dies, answers);
    await expect(service.makePdf(model)).rejects.toMatchObject({ errorName: 'pdfFailed' });
    expect(processes).toHaveLength(2);
    await expect(service.makePdf(model)).resolves.toMatchObject({ standard: 'a-2a' });
  });

  it('survives a process that cannot live', async () => {
    const { service } = serviceOf((_request, process) => {
      queueMicrotask(() => process.emit('error', 'FatalError'));
    });
    await expect(service.makePdf(model)).rejects.toMatchObject({ errorName: 'pdfFailed' });
  });

  it('replaces a process that takes no more messages', async () => {
    const { service } = serviceOf(() => {
      throw new Error('the port is closed');
    }, answers);
    expect((await service.makePdf(model)).bytes).toEqual(new Uint8Array([2]));
  });

  it('kills a process that takes too long, and tries once more', async () => {
    const { service, processes } = serviceOf(silent, answers);
    const making = service.makePdf(model);
    await vi.advanceTimersByTimeAsync(999);
    expect(processes[0]?.killed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(processes[0]?.killed).toBe(true);
    await expect(making).resolves.toMatchObject({ standard: 'a-2a' });
  });

  it('says so when the second try takes too long as well', async () => {
    const { service, processes } = serviceOf(silent);
    const making = expect(service.makePdf(model)).rejects.toMatchObject({
      errorName: 'pdfTimeout',
      detail: '様式「回復キー」',
    });
    await vi.advanceTimersByTimeAsync(2000);
    await making;
    expect(processes.map(({ killed }) => killed)).toEqual([true, true]);
  });

  it('does not try again what the compiler refused', async () => {
    const { service, processes } = serviceOf((request, process) =>
      process.answer({ id: request.id, ok: false, error: 'unknown variable' }),
    );
    await expect(service.makePdf(model)).rejects.toMatchObject({
      errorName: 'pdfFailed',
      detail: '様式「回復キー」：unknown variable',
    });
    expect(processes[0]?.requests).toHaveLength(1);
  });

  it('listens to no answer that was not asked for', async () => {
    const { service } = serviceOf((request, process) => {
      process.emit('message', made(request.id + 7));
      process.emit('message', { id: request.id, ok: true, bytes: 'text' });
      process.emit('message', null);
      process.answer(made(request.id));
    });
    expect((await service.makePdf(model)).bytes).toEqual(new Uint8Array([1]));
  });

  it('ends its process when disposed, and makes nothing more', async () => {
    const { service, processes } = serviceOf(silent);
    const making = expect(service.makePdf(model)).rejects.toMatchObject({
      errorName: 'pdfFailed',
    });
    await vi.waitFor(() => expect(processes[0]?.requests).toHaveLength(1));
    service.dispose();
    await making;
    expect(processes[0]?.killed).toBe(true);
    await expect(service.makePdf(model)).rejects.toMatchObject({ errorName: 'pdfFailed' });
    service.warmUp();
    expect(processes).toHaveLength(1);
  });

  it('reports a process that cannot be started', async () => {
    const service = createPdfService({
      timeoutMilliseconds: 1000,
      processes: 1,
      fork: () => {
        throw new Error('no such file');
      },
    });
    await expect(service.makePdf(model)).rejects.toMatchObject({ errorName: 'pdfFailed' });
  });
});

describe('more papers than one', () => {
  const busy = (process: FakeProcess | undefined) => process?.requests.length ?? 0;

  it('begins as many at once as there are processes, and the others in turn', async () => {
    const waiting: (() => void)[] = [];
    const { service, processes } = poolOf(2, (request, process) => {
      waiting.push(() => process.answer(made(request.id)));
    });
    const all = [1, 2, 3, 4].map(() => service.makePdf(model));
    expect(processes.map(busy)).toEqual([1, 1]);
    waiting[1]?.();
    await all[1];
    expect(processes.map(busy)).toEqual([1, 2]);
    waiting[0]?.();
    waiting[2]?.();
    await vi.waitFor(() => expect(waiting).toHaveLength(4));
    waiting[3]?.();
    expect((await Promise.all(all)).map(({ bytes }) => bytes[0])).toEqual([1, 2, 3, 4]);
    expect(processes).toHaveLength(2);
  });

  it('starts no second process for papers that come one after another', async () => {
    const { service, processes } = poolOf(4, answers);
    for (let count = 0; count < 3; count += 1) await service.makePdf(model);
    expect(processes).toHaveLength(1);
  });

  it('loses no paper when one of the processes dies', async () => {
    const { service, processes } = poolOf(2, dies, answers);
    const all = await Promise.all([1, 2, 3].map(() => service.makePdf(model)));
    expect(all).toHaveLength(3);
    expect(processes.length).toBeLessThanOrEqual(3);
  });

  it('never begins a cancelled paper, and sets the next', async () => {
    const waiting: (() => void)[] = [];
    const { service, processes } = serviceOf((request, process) => {
      waiting.push(() => process.answer(made(request.id)));
    });
    const cancel = new AbortController();
    const first = service.makePdf(model);
    const second = service.makePdf(model, { signal: cancel.signal });
    const third = service.makePdf(model);
    cancel.abort();
    await expect(second).rejects.toMatchObject({ errorName: 'pdfCancelled' });
    waiting[0]?.();
    await first;
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.();
    await third;
    expect(busy(processes[0])).toBe(2);
    const late = service.makePdf(model, { signal: cancel.signal });
    await expect(late).rejects.toMatchObject({ errorName: 'pdfCancelled' });
    expect(busy(processes[0])).toBe(2);
  });

  it('throws a paper away that is cancelled while it is set, and keeps the process', async () => {
    const waiting: (() => void)[] = [];
    const { service, processes } = serviceOf((request, process) => {
      waiting.push(() => process.answer(made(request.id)));
    });
    const cancel = new AbortController();
    const making = service.makePdf(model, { signal: cancel.signal });
    cancel.abort();
    await expect(making).rejects.toMatchObject({ errorName: 'pdfCancelled' });
    const next = service.makePdf(model);
    expect(waiting).toHaveLength(1);
    waiting[0]?.();
    await vi.waitFor(() => expect(waiting).toHaveLength(2));
    waiting[1]?.();
    expect((await next).bytes).toEqual(new Uint8Array([2]));
    expect(processes[0]?.killed).toBe(false);
  });

  it('gives the memory of idle processes back, and keeps one', async () => {
    const { service, processes } = poolOf(3, answers);
    await Promise.all([1, 2, 3].map(() => service.makePdf(model)));
    await vi.advanceTimersByTimeAsync(19_000);
    expect(processes.map(({ killed }) => killed)).toEqual([false, false, false]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(processes.filter(({ killed }) => killed)).toHaveLength(2);
    await service.makePdf(model);
    expect(processes).toHaveLength(3);
  });

  it('ends every process and every paper when disposed', async () => {
    const { service, processes } = poolOf(2, silent);
    const all = [1, 2, 3].map(() =>
      expect(service.makePdf(model)).rejects.toMatchObject({ errorName: 'pdfFailed' }),
    );
    service.dispose();
    await Promise.all(all);
    expect(processes.map(({ killed }) => killed)).toEqual([true, true]);
  });
});
