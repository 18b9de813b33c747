import type { Id } from '../record/record';

/** Units with fewer people are shown together: a number of theirs would be about somebody. */
export const FEWEST_PEOPLE = 3;

export type UnitTalkCount = {
  /** Null for the small units together. */
  unitId: Id | null;
  unitName: string;
  people: number;
  oneOnOnes: number;
  meetings: number;
};

/**
 * What 職員課 sees of talks: two numbers per unit. Where even the small units together have
 * too few people, they are left out.
 */
export function suppressSmallUnits(counts: readonly UnitTalkCount[]): UnitTalkCount[] {
  const large = counts.filter(({ people }) => people >= FEWEST_PEOPLE);
  const small = counts.filter(({ people }) => people < FEWEST_PEOPLE);
  const sum = (field: 'people' | 'oneOnOnes' | 'meetings') =>
    small.reduce((total, one) => total + one[field], 0);
  if (sum('people') < FEWEST_PEOPLE) return large;
  return [
    ...large,
    {
      unitId: null,
      unitName: `${FEWEST_PEOPLE}人未満の所属（まとめて）`,
      people: sum('people'),
      oneOnOnes: sum('oneOnOnes'),
      meetings: sum('meetings'),
    },
  ];
}
