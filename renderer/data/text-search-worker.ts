// Before any schema is made: zod would otherwise probe for what the page's policy forbids.
import '../configure-zod';
import { asIkuseiError } from './as-ikusei-error';
import { openReader } from './open-store';
import { TextEngine } from './text-engine';
import { openIndexFile } from './text-index-file';
import type { FromSearchWorker, SearchQuestion, ToSearchWorker } from './text-search-messages';

// A thread of its own: rows are opened, levelled and looked through here, so that typing
// never waits for it.

let engine: Promise<TextEngine> | null = null;

addEventListener('message', ({ data }: MessageEvent<ToSearchWorker>) => {
  switch (data.say) {
    case 'open':
      engine = open(data);
      engine.then((made) => made.build()).catch((error) => tellFailure(null, error));
      return;
    case 'written':
      engine?.then((made) => made.renew(data.written)).catch((error) => tellFailure(null, error));
      return;
    case 'question':
      answer(data.question)
        .then((said) => tell({ say: 'answer', number: data.number, answer: said }))
        .catch((error) => tellFailure(data.number, error));
  }
});

async function open({
  dataSet,
  key,
}: Extract<ToSearchWorker, { say: 'open' }>): Promise<TextEngine> {
  const made = new TextEngine(await openReader(dataSet, key), {
    file: openIndexFile(dataSet, key),
    onProgress: (progress) => tell({ say: 'progress', progress }),
  });
  await made.begin();
  return made;
}

async function answer(question: SearchQuestion) {
  const made = await engine;
  if (made === null) throw new Error('asked before it was opened');
  if (question.ask === 'search') return made.search(question.query);
  if (question.ask === 'people') return made.people();
  if (question.ask === 'timeline') return made.timeline(question.staffId, question);
  await made.flush();
  return null;
}

function tellFailure(number: number | null, error: unknown): void {
  tell({ say: 'failed', number, errorName: asIkuseiError(error).errorName });
}

function tell(message: FromSearchWorker): void {
  postMessage(message);
}
