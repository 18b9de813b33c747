/**
 * Wraps a piece of the Electron double so that it can only be used as far as it goes:
 * touching anything it does not implement throws by name, instead of being `undefined`
 * and failing somewhere else.
 *
 * The type parameter makes the other half of the promise: a property that `electron.d.ts`
 * does not have does not compile.
 */
export function honest<Real extends object>() {
  return <Given extends { [Name in keyof Given]: Name extends keyof Real ? unknown : never }>(
    name: string,
    given: Given,
  ): Real =>
    new Proxy(given, {
      get(target, property, receiver) {
        if (property in target || isHarmless(property)) {
          return Reflect.get(target, property, receiver);
        }
        throw new Error(`the Chromium host does not implement ${name}.${String(property)}`);
      },
    }) as unknown as Real;
}

/** Asked of every object by `await`, by inspection and by JSON. */
function isHarmless(property: string | symbol): boolean {
  return typeof property === 'symbol' || property === 'then' || property === 'toJSON';
}
