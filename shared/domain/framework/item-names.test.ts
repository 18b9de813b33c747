import { expect, it } from 'vitest';
import type { Framework } from './framework';
import { itemIdsByName, itemNames } from './item-names';

function framework(...items: [id: string, name: string][]): Framework {
  const named = items.map(([id, name]) => ({ id, name, kind: 'ability' as const }));
  return { id: 'table', name: '体系図', positions: [], cells: [], items: named };
}

const frameworks = [
  framework(['a1', '折衝・応対力'], ['b', '接遇']),
  framework(['a2', '折衝・応対力'], ['b', '接遇']),
];

it('names every item once, also one that stands in several frameworks', () => {
  expect([...itemNames(frameworks)]).toEqual([
    ['a1', '折衝・応対力'],
    ['b', '接遇'],
    ['a2', '折衝・応対力'],
  ]);
});

it('finds all items of one name, with names that mean the same levelled', () => {
  expect([...itemIdsByName(frameworks)]).toEqual([
    ['折衝・応対力', ['a1', 'a2']],
    ['接遇', ['b']],
  ]);
  expect(itemIdsByName(frameworks, () => 'all').get('all')).toEqual(['a1', 'b', 'a2']);
});
