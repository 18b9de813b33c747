import { expect, it } from 'vitest';
import { stepKindLabels } from '../career/career-words';
import { applicationStates } from './training-application';
import { callKinds } from './training-call';
import { type ApplicationMove, applicationMoves, askedMoves } from './training-rules';
import {
  callWords,
  moveLabel,
  moveQuestion,
  stateLabel,
  trainingKindLabels,
} from './training-words';

it('says of a call that is no course nothing of attending and learning', () => {
  const moves = Object.keys(applicationMoves) as ApplicationMove[];
  for (const kind of callKinds) {
    const { applicationTitle, reportTitle, reason, report } = callWords[kind];
    const said = [
      ...[applicationTitle, reportTitle, reason, report],
      ...applicationStates.map((state) => stateLabel(kind, state)),
      ...moves.map((move) => moveLabel(kind, move)),
      ...askedMoves.flatMap((move) => Object.values(moveQuestion(kind, move))),
    ].join('\n');
    expect([kind, /受講|欠席|学んだ/u.test(said)]).toEqual([kind, kind === 'course']);
  }
});

it('asks in the words of the button, and names the way back', () => {
  expect(moveQuestion('course', 'missed')).toEqual({
    title: '欠席にしますか',
    effect: '「欠席」は、本人にも見えます。あとで「欠席を取り消す」で戻せます。',
  });
  expect(moveQuestion('posting', 'accept').title).toBe('応募を決定しますか');
  expect(moveQuestion('ojtCost', 'missed').title).toBe('「実施せず」にしますか');
});

it('names 職場研修(OJT) as the policy does, everywhere', () => {
  expect([trainingKindLabels.ojt, stepKindLabels.ojt]).toEqual(['職場研修(OJT)', '職場研修(OJT)']);
});
