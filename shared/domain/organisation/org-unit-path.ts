import type { Id } from '../record/record';
import type { OrgUnit } from './org-unit';

/** Unit names from the department down; a circle in damaged data ends the walk. */
export function orgUnitPath(orgUnits: readonly OrgUnit[], id: Id): string[] {
  const path: string[] = [];
  const seen = new Set<Id>();
  let next: Id | null = id;
  while (next !== null && !seen.has(next)) {
    seen.add(next);
    const unit: OrgUnit | undefined = orgUnits.find((candidate) => candidate.id === next);
    if (unit === undefined) break;
    path.unshift(unit.name);
    next = unit.parentId;
  }
  return path;
}

const kinds = ['department', 'division', 'section'] as const;

/** What a unit is by its place on a path, from 0; whatever lies deeper is a section. */
export function unitKindAt(depth: number): OrgUnit['kind'] {
  return kinds[depth] ?? 'section';
}
