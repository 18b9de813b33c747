import { describe, expect, it } from 'vitest';
import { IkuseiError } from '../errors';
import {
  expectationGroups,
  expectationOf,
  lowerPositions,
  nextHigherPosition,
  positionOf,
} from './expectations';
import type { Framework } from './framework';
import { policyTables } from './policy-tables';

const [first, second, fixedTerm] = policyTables.frameworks as [Framework, Framework, Framework];
const names = (things: { name: string }[]) => things.map(({ name }) => name);

describe('expectationGroups', () => {
  it('shows a merged cell once for the items that share it', () => {
    const groups = expectationGroups(first, 'shunin', 'ability');
    expect(groups.map(({ items }) => names(items))).toEqual([
      ['職務知識'],
      ['理解・状況認識力'],
      ['接遇'],
      ['折衝・応対力', '調整力', '企画力', '指導力・育成力'],
      ['判断力'],
    ]);
    expect(groups[3]?.text).toBe(
      '職務、研修及び自己啓発等を通して各能力を高めるとともに、各職位で身に付けた能力を職務に活用する。',
    );
  });

  it('names the open question of a cell, and none where the wording is clear', () => {
    const groups = expectationGroups(first, 'shunin', 'ability');
    expect(groups.map(({ questionId }) => questionId !== null)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('does not join items of one cell that stand apart in the table', () => {
    const apart: Framework = {
      ...second,
      items: second.items.slice(0, 3),
      cells: [
        { items: ['chishiki-ginou', 'setsugu'], positions: ['ginou-romu'], text: '同じ。' },
        { items: ['chui-handan'], positions: ['ginou-romu'], text: '別。' },
      ],
    };
    const groups = expectationGroups(apart, 'ginou-romu', 'ability');
    expect(groups.map(({ text }) => text)).toEqual(['同じ。', '別。', '同じ。']);
  });

  it('keeps an item the table says nothing about', () => {
    const gap: Framework = { ...second, cells: [] };
    const groups = expectationGroups(gap, 'ginou-romu', 'conduct');
    expect(groups.map(({ items }) => items.length)).toEqual([1, 1, 1, 1]);
    expect(groups[0]?.text).toBe('');
  });

  it('is empty for 会計年度任用職員', () => {
    expect(expectationGroups(fixedTerm, 'kaikei-nendo', 'ability')).toEqual([]);
  });

  it.each(
    policyTables.frameworks.flatMap((framework) =>
      framework.positions.map((position) => [framework, position] as const),
    ),
  )('lists every item of %o once and in order', (framework, position) => {
    for (const kind of ['ability', 'conduct'] as const) {
      const listed = expectationGroups(framework, position.id, kind).flatMap(({ items }) => items);
      expect(listed).toEqual(framework.items.filter((item) => item.kind === kind));
    }
  });
});

describe('expectationOf', () => {
  it('answers for one item, and null outside the table', () => {
    expect(expectationOf(first, 'kacho', 'kikaku')).toBe('施策の企画立案を行い、方針を示す。');
    expect(expectationOf(first, 'kacho', 'chishiki-ginou')).toBeNull();
  });
});

describe('the ladder of positions', () => {
  it('goes down from the nearest and leaves variants out', () => {
    expect(names(lowerPositions(first, 'kakaricho'))).toEqual([
      '副主幹・主査',
      '主任',
      '主事・技師(補)',
    ]);
    expect(lowerPositions(first, 'shuji')).toEqual([]);
  });

  it('puts 役職定年者 on the step of 副主幹・主査, and on nobody else’s way', () => {
    expect(names(lowerPositions(first, 'yakushoku-teinen'))).toEqual(['主任', '主事・技師(補)']);
    expect(nextHigherPosition(first, 'yakushoku-teinen')?.id).toBe('kakaricho');
    expect(nextHigherPosition(first, 'shunin')?.id).toBe('shusa');
    for (const { id } of first.positions) {
      expect(names(lowerPositions(first, id))).not.toContain('役職定年者');
      expect(nextHigherPosition(first, id)?.id).not.toBe('yakushoku-teinen');
    }
  });

  it('ends at the top', () => {
    expect(nextHigherPosition(first, 'bucho')).toBeNull();
    expect(nextHigherPosition(fixedTerm, 'kaikei-nendo')).toBeNull();
  });

  it('refuses a position of another table', () => {
    expect(positionOf(second, 'ginou-romu').name).toBe('技能労務職');
    expect(() => positionOf(second, 'bucho')).toThrow(IkuseiError);
  });
});
