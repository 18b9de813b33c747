import { expect, it } from 'vitest';
import { createEditHandlers } from './edit';

it('undoes and redoes as the browser does', async () => {
  const done: string[] = [];
  const { perform } = createEditHandlers({
    undo: () => done.push('undo'),
    redo: () => done.push('redo'),
  });
  await perform('undo');
  await perform('redo');
  expect(done).toEqual(['undo', 'redo']);
});
