import * as z from 'zod';
import { plainDateSchema } from '../period/period';
import { idSchema, instantSchema, lineSchema } from '../record/record';
import type { Sheet, Stage } from './sheet';
import type { Viewer } from './stage-rules';

/** 代理入力: who may type in what a person without a PC has written on paper. */
export const proxyTypists = ['hr', 'first'] as const;
export type ProxyTypist = (typeof proxyTypists)[number];

export const proxySchema = z.looseObject({
  /** Null once 職員課 has ended it; who typed until then stays known. */
  typist: z.enum(proxyTypists).nullable(),
  /** One for each day on which somebody typed for her, oldest first. */
  typings: z
    .array(
      z.looseObject({
        staffId: idSchema,
        name: lineSchema,
        on: plainDateSchema,
        /** When she began that day; gives it its place in the history. */
        at: instantSchema,
      }),
    )
    .readonly(),
});
export type ProxyInput = z.infer<typeof proxySchema>;
export type Typing = ProxyInput['typings'][number];

type Typed = { stage: Stage; proxy?: ProxyInput };

/** The stages in which a person writes on her own sheet; at no other is anything typed for her. */
const typedStages: readonly Stage[] = [
  'goalSetting',
  'goalAgreement',
  'inProgress',
  'selfEvaluation',
];

/**
 * THE rule of 代理入力: only where 職員課 has decided it, only who is named by it, and never on
 * her own sheet. A typist writes and reads the person's own column, exactly where the person
 * herself writes at that stage, and hands it in for her; nothing else of hers changes.
 */
export function typesFor(viewer: Viewer, { stage, proxy }: Typed): boolean {
  const typist = proxy?.typist ?? null;
  return (
    typist !== null &&
    typedStages.includes(stage) &&
    viewer.includes(typist) &&
    !viewer.includes('employee')
  );
}

/** Whose moves somebody may make: her own, and the person's where she types for her. */
export function moverRoles(viewer: Viewer, sheet: Typed): Viewer {
  return typesFor(viewer, sheet) ? [...viewer, 'employee'] : viewer;
}

/** Whether 代理入力 may be decided or ended now. */
export function mayDecideProxy(viewer: Viewer, stage: Stage): boolean {
  return viewer.includes('hr') && typedStages.includes(stage);
}

/** The sheet's 代理入力 after somebody has typed for the person; the same when it is known. */
export function withTyping(proxy: ProxyInput, typing: Typing): ProxyInput {
  const isKnown = proxy.typings.some(
    ({ staffId, on }) => staffId === typing.staffId && on === typing.on,
  );
  return isKnown ? proxy : { ...proxy, typings: [...proxy.typings, typing] };
}

/** Who typed for the person, as the sheet and its paper say it. */
export function typingsOf({ proxy }: Pick<Sheet, 'proxy'>): readonly Typing[] {
  return proxy?.typings ?? [];
}
