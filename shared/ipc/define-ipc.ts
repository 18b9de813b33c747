import type * as z from 'zod';
import type { Channels } from './channels';
import type { IpcResult } from './result';

/** A question of the page: the arguments as one tuple, and the answer. */
export type InvokeDefinition<Args extends z.ZodType, Result extends z.ZodType> = {
  args: Args;
  result: Result;
};

/** A message of main to the page. */
export type NotifyDefinition<Payload extends z.ZodType> = { payload: Payload };

export function invoke<Args extends z.ZodType, Result extends z.ZodType>(
  args: Args,
  result: Result,
): InvokeDefinition<Args, Result> {
  return { args, result };
}

export function notify<Payload extends z.ZodType>(payload: Payload): NotifyDefinition<Payload> {
  return { payload };
}

/** The shape a contract must have: one definition of the right kind for every channel. */
export type ContractShape = {
  [Group in keyof Channels]: {
    [Call in keyof Channels[Group]]: Channels[Group][Call] extends 'invoke'
      ? InvokeDefinition<z.ZodType, z.ZodType>
      : NotifyDefinition<z.ZodType>;
  };
};

type ArgsOf<Definition> =
  Definition extends InvokeDefinition<infer Args, z.ZodType>
    ? z.infer<Args> extends readonly unknown[]
      ? z.infer<Args>
      : never
    : never;
type ResultOf<Definition> =
  Definition extends InvokeDefinition<z.ZodType, infer Result> ? z.infer<Result> : never;
type PayloadOf<Definition> =
  Definition extends NotifyDefinition<infer Payload> ? z.infer<Payload> : never;

type InvokeCalls<Group> = {
  [Call in keyof Group as Group[Call] extends { args: unknown } ? Call : never]: Group[Call];
};
type NotifyCalls<Group> = {
  [Call in keyof Group as Group[Call] extends { payload: unknown } ? Call : never]: Group[Call];
};

/** Main's side: a function for every question. A missing one does not compile. */
export type Handlers<Contract> = {
  [Group in keyof Contract]: {
    [Call in keyof InvokeCalls<Contract[Group]>]: (
      ...args: ArgsOf<Contract[Group][Call & keyof Contract[Group]]>
    ) => Promise<ResultOf<Contract[Group][Call & keyof Contract[Group]]>>;
  };
};

/** Main's side of the messages. */
export type Notifiers<Contract> = {
  [Group in keyof Contract]: {
    [Call in keyof NotifyCalls<Contract[Group]>]: (
      payload: PayloadOf<Contract[Group][Call & keyof Contract[Group]]>,
    ) => void;
  };
};

/** The page's typed side: answers are values or a thrown `IkuseiError`. */
export type DesktopCalls<Contract> = Handlers<Contract>;

/** Subscriptions of the page; each returns its unsubscribe. */
export type DesktopEvents<Contract> = {
  [Group in keyof Contract]: {
    [Call in keyof NotifyCalls<Contract[Group]>]: (
      listener: (payload: PayloadOf<Contract[Group][Call & keyof Contract[Group]]>) => void,
    ) => () => void;
  };
};

/** `window.api` as the preload exposes it: names are checked, values are not yet parsed. */
export type RawApi = {
  [Group in keyof Channels]: {
    [Call in keyof Channels[Group]]: Channels[Group][Call] extends 'invoke'
      ? (...args: unknown[]) => Promise<IpcResult<unknown>>
      : (listener: (payload: unknown) => void) => () => void;
  };
};
