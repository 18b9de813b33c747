import { expect, it } from 'vitest';
import { offerEdit, registerEditTaker } from './edit-requests';

it('goes to the page that takes it, as long as that is open', () => {
  const asked: string[] = [];
  expect(offerEdit('undo')).toBe('left');
  const close = registerEditTaker((direction) => {
    asked.push(direction);
    return direction === 'undo' ? 'taken' : 'left';
  });
  expect(offerEdit('undo')).toBe('taken');
  expect(offerEdit('redo')).toBe('left');
  close();
  expect(offerEdit('undo')).toBe('left');
  expect(asked).toEqual(['undo', 'redo']);
});
