import { describe, expect, it } from 'vitest';
import { policyTables } from '../../../shared/domain/framework/policy-tables';
import { gradesOf, positionsOf } from './own-sheet-form';

describe('gradesOf', () => {
  it('reads every way the table writes grades', () => {
    const grades = Object.fromEntries(
      policyTables.frameworks
        .flatMap(({ positions }) => positions)
        .map((position) => [position.name, gradesOf(position)]),
    );
    expect(grades['主任']).toEqual(['3級']);
    expect(grades['参事・課長']).toEqual(['6級', '7級']);
    expect(grades['技能労務職']).toEqual(['1級', '2級', '3級']);
    expect(grades['役職定年者']).toEqual([]);
  });
});

describe('positionsOf', () => {
  it('has none for an unknown framework', () => {
    expect(positionsOf(policyTables.frameworks, 'taikeizu-1')).toHaveLength(8);
    expect(positionsOf(policyTables.frameworks, 'ない')).toEqual([]);
  });
});
