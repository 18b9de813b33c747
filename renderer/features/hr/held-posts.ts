import type { HeldPost, UnitNode } from '../../../shared/domain/organisation/unit-tree';
import { pruneTree, unitsBelow } from '../../../shared/domain/organisation/unit-tree';
import { foldForSearch } from '../../../shared/domain/text/fold-for-search';
import type { TreeListNode } from '../../ui/TreeList';

/** A post with the text that it is found by. */
export type SearchablePost = HeldPost & { key: string; text: string };

export function searchablePosts(posts: readonly HeldPost[]): SearchablePost[] {
  return posts.map((post, index) => {
    const { member, unitPath, positionName } = post;
    const words = [member.number, member.name, member.kana, ...unitPath, positionName];
    return { ...post, key: `${member.id} ${index}`, text: words.map(foldForSearch).join(' ') };
  });
}

/** Every word must be found, each anywhere. */
export function findPosts(posts: readonly SearchablePost[], typed: string): SearchablePost[] {
  const words = typed
    .split(/\s+/u)
    .map(foldForSearch)
    .filter((word) => word !== '');
  return posts.filter(({ text }) => words.every((word) => text.includes(word)));
}

/** The posts of a unit and of all below it. */
export function postsBelow(
  posts: readonly SearchablePost[],
  tree: readonly UnitNode[],
  unitId: string,
): SearchablePost[] {
  const inside = unitsBelow(tree, unitId);
  return posts.filter((post) => post.unitId !== null && inside.has(post.unitId));
}

/** The units in which something was found, and the way to them. */
export function treeOf(
  tree: readonly UnitNode[],
  found: readonly SearchablePost[],
  isSearching: boolean,
): TreeListNode[] {
  const holding = new Set(found.map(({ unitId }) => unitId));
  const kept = isSearching ? pruneTree(tree, ({ id }) => holding.has(id)) : tree;
  const nodeOf = ({ id, name, people, children }: UnitNode): TreeListNode => ({
    id,
    name,
    note: `${people}人`,
    children: children.map(nodeOf),
  });
  return kept.map(nodeOf);
}

export function idsOf(nodes: readonly TreeListNode[]): string[] {
  return nodes.flatMap(({ id, children }) => [id, ...idsOf(children)]);
}
