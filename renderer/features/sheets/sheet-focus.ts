import { partElementId } from './part-element';
import type { SectionId } from './sheet-plan';

/** Moves to what a part still lacks, else to its first field, else to the part itself. */
export function focusPart(partId: string): void {
  const card = document.getElementById(partElementId(partId));
  if (card === null) return;
  card.scrollIntoView({ block: 'center' });
  (lackingField(card) ?? card).focus({ preventScroll: true });
}

/** A goal's wording comes before its rating, a rating before what is written beside it. */
function lackingField(card: HTMLElement): HTMLElement | null {
  const fields = [...card.querySelectorAll<HTMLElement>('input, textarea')];
  const [first = null] = fields;
  const isBlank = (field: HTMLElement | null) =>
    field instanceof HTMLTextAreaElement && field.value.trim() === '';
  if (isBlank(first)) return first;
  const unrated = card.querySelector<HTMLElement>('[role="radiogroup"]:not(:has(:checked)) input');
  return unrated ?? fields.find(isBlank) ?? first;
}

export function focusSection(section: SectionId): void {
  const heading = document.querySelector<HTMLElement>(`[data-section="${section}"]`);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: 'start' });
}
