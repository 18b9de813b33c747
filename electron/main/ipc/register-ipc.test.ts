import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../../../shared/domain/errors';
import { channelName, channels } from '../../../shared/ipc/channels';
import type { MainHandlers } from '../../../shared/ipc/contract';
import { createNotifiers, registerIpc } from './register-ipc';

type Registered = Parameters<IpcMain['handle']>[1];

const own = { url: 'app://ikusei-note/index.html', origin: 'app://ikusei-note', parent: null };

function register(keys: Partial<MainHandlers['keys']> = {}) {
  const registered = new Map<string, Registered>();
  const reported: unknown[] = [];
  const calls: unknown[][] = [];
  const answerWith =
    (value: unknown) =>
    async (...args: unknown[]) => {
      calls.push(args);
      return value as never;
    };
  const handlers: MainHandlers = {
    start: { report: answerWith(null), finish: answerWith(null), restoreCopy: answerWith(null) },
    keys: {
      open: answerWith({ state: 'none' }),
      create: answerWith({ state: 'none' }),
      issueRecoveryKey: answerWith({ groups: [], ask: [] }),
      confirmRecoveryKey: answerWith(null),
      recover: answerWith({ state: 'locked' }),
      ...keys,
    },
    sentinel: { write: answerWith(null) },
    documents: {
      previewPdf: answerWith({ pdf: '', standard: 'a-2a', missing: [] }),
      savePdf: answerWith({ outcome: 'cancelled' }),
      saveTable: answerWith({ outcome: 'cancelled' }),
      saveCertificate: answerWith({ outcome: 'cancelled' }),
      print: answerWith('printed'),
      open: answerWith(null),
      revealFolder: answerWith(null),
    },
    bulk: {
      chooseFolder: answerWith(null),
      checkCharacters: answerWith([]),
      savePdf: answerWith({ outcome: 'missing' }),
      openFolder: answerWith(null),
    },
    edit: { perform: answerWith(null) },
    exports: { saveBeforeMigration: answerWith(null) },
    window: { flushed: answerWith(null) },
  };
  registerIpc(
    {
      handle: (channel, listener) => {
        registered.set(channel, listener);
      },
    },
    handlers,
    (error) => reported.push(error),
  );
  const call = (channel: string, frame: unknown, ...args: unknown[]): Promise<unknown> => {
    const listener = registered.get(channel);
    if (listener === undefined) throw new Error(`not registered: ${channel}`);
    return listener({ senderFrame: frame } as unknown as IpcMainInvokeEvent, ...args);
  };
  return { registered, reported, calls, call };
}

describe('the IPC binding', () => {
  it('registers every question of the contract and nothing else', () => {
    const expected = Object.entries(channels).flatMap(([group, calls]) =>
      Object.entries(calls)
        .filter(([, kind]) => kind === 'invoke')
        .map(([call]) => channelName(group, call)),
    );
    expect([...register().registered.keys()].sort()).toEqual(expected.sort());
  });

  it('answers its own main frame', async () => {
    const { call, calls } = register();
    expect(await call('keys:open', own, 'sample')).toEqual({ ok: true, value: { state: 'none' } });
    expect(calls).toEqual([['sample']]);
  });

  it('answers nobody else', async () => {
    const { call, calls } = register();
    const disposed = {
      get parent(): never {
        throw new Error('Render frame was disposed');
      },
    };
    for (const frame of [
      null,
      disposed,
      { ...own, parent: {} },
      { ...own, origin: 'https://example.com' },
      { ...own, origin: 'null' },
    ]) {
      expect(await call('keys:open', frame, 'real')).toMatchObject({ ok: false });
    }
    expect(calls).toEqual([]);
  });

  it('parses arguments before a handler sees them', async () => {
    const { call, calls, reported } = register();
    for (const args of [[], ['other'], ['real', 'more'], [{ state: 'real' }]]) {
      expect(await call('keys:open', own, ...args)).toEqual({
        ok: false,
        error: { name: 'badRequest', detail: '' },
      });
    }
    expect(calls).toEqual([]);
    expect(reported).toHaveLength(4);
  });

  it('says nothing with null, which every wire carries', async () => {
    const { call } = register({ confirmRecoveryKey: async () => undefined });
    expect(await call('keys:confirmRecoveryKey', own, [])).toEqual({ ok: true, value: null });
  });

  it('sends errors by name, and no stack trace of ours', async () => {
    const { call, reported } = register({
      open: async () => {
        throw new IkuseiError('keyFileDamaged', '場所');
      },
      create: async () => {
        throw new Error('secret path at line 1');
      },
    });
    expect(await call('keys:open', own, 'real')).toEqual({
      ok: false,
      error: { name: 'keyFileDamaged', detail: '場所' },
    });
    const answer = await call('keys:create', own, 'real');
    expect(answer).toEqual({ ok: false, error: { name: 'unexpected', detail: '' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(reported).toHaveLength(1);
  });
});

describe('the messages of main', () => {
  it('go to a living page only', () => {
    const sent: unknown[] = [];
    const send = (...message: unknown[]) => {
      sent.push(message);
    };
    createNotifiers({ send, isDestroyed: () => true }).window.flushRequested(null);
    expect(sent).toEqual([]);
    createNotifiers({ send, isDestroyed: () => false }).window.flushRequested(null);
    createNotifiers({ send, isDestroyed: () => false }).edit.requested('undo');
    expect(sent).toEqual([
      ['window:flushRequested', null],
      ['edit:requested', 'undo'],
    ]);
  });
});
