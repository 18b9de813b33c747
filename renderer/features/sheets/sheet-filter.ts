import type { Sheet, StaffSnapshot } from '../../../shared/domain/sheet/sheet';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';

const SEPARATOR = ' ';

/** One option for every department, division and section that the sheets name. */
export function unitOptions(sheets: readonly Sheet[]): { value: string; label: string }[] {
  const units = new Map<string, string>();
  for (const { staff } of sheets) {
    staff.orgUnitPath.forEach((name, depth) => {
      const value = staff.orgUnitPath.slice(0, depth + 1).join(SEPARATOR);
      units.set(value, `${'　'.repeat(depth)}${name}`);
    });
  }
  return [...units]
    .map(([value, label]) => ({ value, label }))
    .toSorted((left, right) => left.value.localeCompare(right.value, 'ja'));
}

/**
 * The sheets of a unit and everything below it, whose number, name, reading, position or
 * unit holds the typed text.
 */
export function filterSheets(
  sheets: readonly Sheet[],
  filter: { unit: string; text: string },
): Sheet[] {
  const wanted = foldForSearch(filter.text);
  return sheets.filter(({ staff }) => {
    const path = staff.orgUnitPath.join(SEPARATOR);
    const inUnit =
      filter.unit === '' || path === filter.unit || path.startsWith(filter.unit + SEPARATOR);
    if (!inUnit) return false;
    if (wanted === '') return true;
    return searchKeyOf(staff).includes(wanted);
  });
}

const searchKeys = new WeakMap<StaffSnapshot, string>();

/** Folded once per sheet: she types a letter at a time, and may have thousands of them. */
function searchKeyOf(staff: StaffSnapshot): string {
  const known = searchKeys.get(staff);
  if (known !== undefined) return known;
  const { number, name, kana, orgUnitPath, positionName, jobTitle } = staff;
  const key = foldForSearch([number, name, kana, positionName, jobTitle, ...orgUnitPath].join(' '));
  searchKeys.set(staff, key);
  return key;
}
