import type { Id } from '../record/record';
import type { OrgUnit } from './org-unit';

/** Unit names from the department down. */
export function orgUnitPath(orgUnits: readonly OrgUnit[], id: Id): string[] {
  return orgUnitLine(orgUnits, id).map(({ name }) => name);
}

/** The units from the department down; a circle in damaged data ends the walk. */
export function orgUnitLine(orgUnits: readonly OrgUnit[], id: Id): OrgUnit[] {
  const line: OrgUnit[] = [];
  const seen = new Set<Id>();
  let next: Id | null = id;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const unit: OrgUnit | undefined = orgUnits.find((candidate) => candidate.id === next);
    if (unit === undefined) break;
    line.unshift(unit);
    next = unit.parentId;
  }
  return line;
}

const kinds = ['department', 'division', 'section'] as const;

/** What a unit is by its place on a path, from 0; whatever lies deeper is a section. */
export function unitKindAt(depth: number): OrgUnit['kind'] {
  return kinds[depth] ?? 'section';
}
