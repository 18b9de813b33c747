import type { Id } from '../record/record';
import type { StaffMember } from '../staff/staff-member';
import type { OrgUnit } from './org-unit';
import { orgUnitPath } from './org-unit-path';

/** A unit with those below it, in their order. */
export type UnitNode = { id: Id; name: string; people: number; children: UnitNode[] };

/** A post that somebody holds; one of a person's is her main one. */
export type HeldPost = {
  member: StaffMember;
  kind: 'main' | 'concurrent';
  /** Null when the roster names a unit that there is not. */
  unitId: Id | null;
  unitPath: readonly string[];
  positionName: string;
};

/**
 * The units as a tree. People count where their main post is, and in all that lies above;
 * who has left does not count. In damaged data, a unit without a way up stands at the top.
 */
export function unitTree(orgUnits: readonly OrgUnit[], staff: readonly StaffMember[]): UnitNode[] {
  const own = new Map<Id, number>();
  for (const { orgUnitId, roster } of staff) {
    if (roster?.status !== 'left') own.set(orgUnitId, (own.get(orgUnitId) ?? 0) + 1);
  }
  const below = new Map<Id | null, OrgUnit[]>();
  for (const unit of orgUnits.toSorted((one, other) => one.order - other.order)) {
    below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  }
  const placed = new Set<Id>();
  const nodeOf = ({ id, name }: OrgUnit): UnitNode => {
    placed.add(id);
    const children = (below.get(id) ?? []).filter((unit) => !placed.has(unit.id)).map(nodeOf);
    const people = children.reduce((sum, child) => sum + child.people, own.get(id) ?? 0);
    return { id, name, people, children };
  };
  const ids = new Set(orgUnits.map(({ id }) => id));
  const tops = orgUnits.filter(({ parentId }) => parentId === null || !ids.has(parentId));
  const tree = tops.toSorted((one, other) => one.order - other.order).map(nodeOf);
  for (const unit of orgUnits) if (!placed.has(unit.id)) tree.push(nodeOf(unit));
  return tree;
}

/** A unit and all below it; none when the tree does not have it. */
export function unitsBelow(tree: readonly UnitNode[], id: Id): ReadonlySet<Id> {
  const found = new Set<Id>();
  const walk = (nodes: readonly UnitNode[], inside: boolean) => {
    for (const node of nodes) {
      const isIn = inside || node.id === id;
      if (isIn) found.add(node.id);
      walk(node.children, isIn);
    }
  };
  walk(tree, false);
  return found;
}

/** The tree with only those units, and what lies above them. */
export function pruneTree(
  tree: readonly UnitNode[],
  keep: (node: UnitNode) => boolean,
): UnitNode[] {
  return tree.flatMap((node) => {
    const children = pruneTree(node.children, keep);
    return children.length > 0 || keep(node) ? [{ ...node, children }] : [];
  });
}

/** Every post of everybody, in the order of the staff: the main one first. */
export function heldPosts(orgUnits: readonly OrgUnit[], staff: readonly StaffMember[]): HeldPost[] {
  const paths = new Map(orgUnits.map(({ id }) => [id, orgUnitPath(orgUnits, id)]));
  const byPath = new Map([...paths].map(([id, path]) => [path.join('\n'), id]));
  return staff.flatMap((member) => [
    {
      member,
      kind: 'main' as const,
      unitId: member.orgUnitId,
      unitPath: paths.get(member.orgUnitId) ?? [],
      positionName: member.jobTitle || (member.roster?.positionName ?? ''),
    },
    ...(member.roster?.concurrentPosts ?? []).map(({ unitPath, positionName }) => ({
      member,
      kind: 'concurrent' as const,
      unitId: byPath.get(unitPath.join('\n')) ?? null,
      unitPath,
      positionName,
    })),
  ]);
}
