// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useHeld } from './use-held';

let root: Root;
let choose: (chosen: string) => void = () => {};
let letGo: () => void = () => {};

function Shown({ stored }: { stored: string }) {
  const { value, hold, release } = useHeld(stored);
  choose = hold;
  letGo = release;
  return value;
}

const show = (stored: string) => act(async () => root.render(<Shown stored={stored} />));
const text = () => document.body.textContent;

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  const frame = document.createElement('div');
  document.body.replaceChildren(frame);
  root = createRoot(frame);
});
afterEach(() => act(async () => root.unmount()));

it('shows what was chosen until it is stored, and then what is stored', async () => {
  await show('a');
  await act(async () => choose('b'));
  expect(text()).toBe('b');
  await show('a');
  expect(text()).toBe('b');
  await show('b');
  expect(text()).toBe('b');
  // Somebody took it back: what was chosen before is over.
  await show('a');
  expect(text()).toBe('a');
});

it('shows what is stored when what was chosen could not be', async () => {
  await show('a');
  await act(async () => choose('b'));
  await act(async () => letGo());
  expect(text()).toBe('a');
});
