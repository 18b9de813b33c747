// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TextArea } from './TextArea';

let root: Root;
let page: HTMLElement;
const shown: [string, boolean][] = [];
const settled: string[] = [];
const unsettled: string[] = [];

beforeEach(async () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  for (const list of [shown, settled, unsettled]) list.length = 0;
  page = document.body.appendChild(document.createElement('div'));
  root = createRoot(page);
  await draw('');
});

afterEach(async () => {
  await act(async () => root.unmount());
  page.remove();
  vi.unstubAllGlobals();
});

function draw(value: string): Promise<void> {
  return act(async () =>
    root.render(
      <TextArea
        label="所見"
        value={value}
        onChange={(text, isUnsettled) => shown.push([text, isUnsettled])}
        onSettled={(text) => settled.push(text)}
        onUnsettled={(text) => unsettled.push(text)}
      />,
    ),
  );
}

function area(): HTMLTextAreaElement {
  const found = page.querySelector('textarea');
  if (found === null) throw new Error('no field');
  return found;
}

/** As the browser brings it in: the value, then the event. */
function type(text: string, isComposing = false): void {
  area().value = text;
  area().dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
}

function frame(): Promise<void> {
  return act(async () => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

it('gives a letter to be kept at once, and to be shown after its frame', async () => {
  type('窓');
  expect([settled, shown]).toEqual([['窓'], []]);
  await frame();
  expect(shown).toEqual([['窓', false]]);
});

it('keeps a letter that the page has not heard of yet when the page is drawn again', async () => {
  type('窓');
  await draw('');
  expect(area().value).toBe('窓');
  await frame();
  await draw('窓');
  await draw('');
  expect(area().value).toBe('');
});

it('shows the newest of several letters of one frame, once', async () => {
  type('窓');
  type('窓口');
  await frame();
  expect([settled, shown]).toEqual([['窓', '窓口'], [['窓口', false]]]);
});

it('shows what was typed at once when the field is left, and at the next key', () => {
  type('窓');
  area().dispatchEvent(new FocusEvent('blur'));
  type('窓口');
  area().dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
  expect(shown).toEqual([
    ['窓', false],
    ['窓口', false],
  ]);
});

it('shows what was typed when it goes away', async () => {
  type('窓');
  await act(async () => root.render(null));
  expect(shown).toEqual([['窓', false]]);
});

it('holds the text of a conversion until it has ended', async () => {
  type('まど', true);
  await frame();
  expect([settled, unsettled, shown]).toEqual([[], ['まど'], [['まど', true]]]);
  area().value = '窓';
  area().dispatchEvent(new CompositionEvent('compositionend'));
  await frame();
  expect([settled, shown.at(-1)]).toEqual([['窓'], ['窓', false]]);
});
