import { mergePlanPatches } from '../../../shared/domain/career/change-plan';
import { laterAlone, laterFields, storeAutosave } from '../../common/store-autosave';
import {
  type AdviceChange,
  type PlanChange,
  saveAdvice,
  savePlan,
} from '../../data/career-plan-commands';
import { type NeedChange, saveNeed } from '../../data/need-commands';
import {
  type RequestChange,
  type RequestNoteChange,
  saveRequest,
  saveRequestNote,
} from '../../data/placement-commands';

export const planAutosave = storeAutosave<PlanChange>({
  keyOf: ({ planId }) => planId,
  merge: (earlier, later) => ({ ...later, patch: mergePlanPatches(earlier.patch, later.patch) }),
  save: savePlan,
  text: ({ patch: { analysis, vision, wishedField, neededText, steps } }) =>
    lines([
      ...Object.values(analysis ?? {}),
      ...Object.values(vision ?? {}),
      wishedField,
      neededText,
      ...(steps ?? []).map(({ text }) => text),
    ]),
  place: () => 'キャリアプラン',
});

export const adviceAutosave = storeAutosave<AdviceChange>({
  keyOf: ({ planId, writerId }) => `${planId}/${writerId}`,
  merge: laterAlone,
  save: saveAdvice,
  text: ({ text }) => text,
  place: () => '助言',
});

export const requestAutosave = storeAutosave<RequestChange>({
  keyOf: ({ requestId }) => requestId,
  merge: laterFields,
  save: saveRequest,
  text: ({ patch: { stayReason, wishes } }) =>
    lines([stayReason, ...(wishes ?? []).flatMap(({ words, reason }) => [words, reason])]),
  place: () => '配属希望申告',
});

export const requestNoteAutosave = storeAutosave<RequestNoteChange>({
  keyOf: ({ requestId, kind, writerId }) => `${requestId}/${kind}/${writerId}`,
  merge: laterFields,
  save: saveRequestNote,
  text: ({ patch }) => patch.text ?? '',
  place: () => '配属希望申告',
});

export const needAutosave = storeAutosave<NeedChange>({
  keyOf: ({ needId }) => needId,
  merge: laterFields,
  save: saveNeed,
  text: ({ patch: { people, work, reason, experience } }) =>
    lines([people, work, reason, experience]),
  place: () => 'キャリア人材配置要求調査',
});

/** What was typed in several fields, without those that are empty. */
function lines(texts: readonly (string | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== '').join('\n');
}
