import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testSheet } from '../../../test/support/sheet-builders';
import { type Stage, stages } from './sheet';
import {
  earlierStages,
  handedInBy,
  type MoveAction,
  moveActions,
  moveRules,
  movesOf,
  moveTargets,
  skippedBefore,
  stageAfter,
  turnAt,
} from './stage-moves';
import { mayWrite, type ViewerRole } from './stage-rules';

const steps = { secondEvaluation: true, leveling: false };
const route = { ...testSheet(), steps };
const at = (stage: Stage, more: Partial<typeof route> = {}) => ({ ...route, ...more, stage });

describe('the way through the year', () => {
  it('goes from setting goals to completion, 調整 left out unless it is on', () => {
    const way = (given: typeof route) => {
      const passed: Stage[] = ['goalSetting'];
      for (;;) {
        const next = stageAfter(given, passed.at(-1) ?? 'completed');
        if (next === null) return passed;
        passed.push(next);
      }
    };
    expect(way(route)).toEqual(
      stages.filter((stage) => stage !== 'leveling' && stage !== 'exempt'),
    );
    expect(way({ ...route, steps: { ...steps, leveling: true } })).toContain('leveling');
    expect(way({ ...route, secondEvaluator: null })).not.toContain('secondEvaluation');
    expect(way({ ...route, firstEvaluator: null })).not.toContain('goalAgreement');
    expect(way({ ...route, skippedStages: ['selfEvaluation'] })).not.toContain('selfEvaluation');
  });

  it('a self-evaluation that nobody can evaluate goes on to 職員課', () => {
    const alone = at('selfEvaluation', { firstEvaluator: null, secondEvaluator: null });
    expect(moveTargets('handInSelfEvaluation', alone)).toEqual(['confirmation']);
  });
});

/** Written out by hand: what each role may do at each stage. */
const moves: Record<Stage, Partial<Record<ViewerRole, MoveAction[]>>> = {
  goalSetting: { employee: ['handInGoals'], hr: ['exempt'] },
  goalAgreement: { first: ['agreeGoals', 'returnGoals'], hr: ['skip', 'exempt'] },
  inProgress: { employee: ['beginSelfEvaluation'], hr: ['beginSelfEvaluation', 'exempt'] },
  selfEvaluation: { employee: ['handInSelfEvaluation'], hr: ['skip', 'exempt'] },
  firstEvaluation: {
    first: ['returnSelfEvaluation', 'handInFirstEvaluation'],
    hr: ['skip', 'exempt'],
  },
  secondEvaluation: {
    second: ['returnFirstEvaluation', 'handInSecondEvaluation'],
    hr: ['skip', 'exempt'],
  },
  leveling: { hr: ['askForReevaluation', 'finishLeveling', 'exempt'] },
  confirmation: { hr: ['askForReevaluation', 'confirm', 'exempt'] },
  confirmed: { hr: ['disclose', 'reopen', 'exempt'] },
  disclosed: { first: ['complete'], hr: ['complete', 'reopen'] },
  completed: { hr: ['reopen'] },
  exempt: { hr: ['includeAgain'] },
};

describe('what was left out', () => {
  it('can be asked for again, and stays left out no longer', () => {
    const skipped = at('confirmation', { skippedStages: ['selfEvaluation', 'firstEvaluation'] });
    expect(moveTargets('askForReevaluation', skipped)).toEqual([
      'firstEvaluation',
      'secondEvaluation',
    ]);
    expect(skippedBefore(skipped.skippedStages, 'firstEvaluation')).toEqual(['selfEvaluation']);
    expect(skippedBefore(skipped.skippedStages, 'goalSetting')).toEqual([]);
    expect(skippedBefore(skipped.skippedStages, 'exempt')).toEqual(skipped.skippedStages);
  });

  it('a sheet comes back into the year where it left it, or earlier, never later', () => {
    const exempt = at('exempt', { exemptedFrom: 'inProgress' });
    expect(moveTargets('includeAgain', exempt)).toEqual([
      'goalSetting',
      'goalAgreement',
      'inProgress',
    ]);
  });
});

describe('who moves a sheet', () => {
  it.each(stages)('%s', (stage) => {
    for (const role of ['employee', 'first', 'second', 'hr'] as const) {
      expect(movesOf([role], at(stage)), role).toEqual(moves[stage][role] ?? []);
    }
    expect(movesOf([], at(stage))).toEqual([]);
  });

  it('whoever has the turn can move it on, and whoever hands in can write before', () => {
    for (const stage of stages) {
      const turn = turnAt[stage];
      if (turn === null) continue;
      const forward = movesOf([turn], at(stage)).filter(
        (action) => moveRules[action].to === 'onward',
      );
      expect(forward, stage).not.toEqual([]);
    }
    for (const action of moveActions) {
      const author = handedInBy(action);
      if (author === null) continue;
      for (const stage of moveRules[action].from) {
        expect(mayWrite({ viewer: [author], author, place: 'goals', stage }), action).toBe(true);
      }
    }
  });

  it('every way back says why', () => {
    for (const action of moveActions) {
      if (moveRules[action].to !== 'onward') expect(moveRules[action].needsReason).toBe(true);
    }
  });

  it('no move leaves a sheet where it is, or at a stage that it does not have', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...stages),
        fc.constantFrom(...moveActions),
        fc.boolean(),
        fc.boolean(),
        fc.subarray([...stages]),
        (stage, action, leveling, second, skippedStages) => {
          const given = {
            ...at(stage, { skippedStages }),
            steps: { secondEvaluation: second, leveling },
          };
          for (const to of moveTargets(action, given)) {
            expect(to).not.toBe(stage);
            expect(
              action === 'exempt' ||
                earlierStages({ ...given, exemptedFrom: 'confirmed' }, 'exempt').includes(to) ||
                to === 'disclosed' ||
                to === 'completed',
            ).toBe(true);
          }
        },
      ),
    );
  });
});
