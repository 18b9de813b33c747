/** Joins the classes that apply. */
export function classNames(...classes: (string | false | undefined)[]): string {
  return classes.filter((name) => name !== false && name !== undefined && name !== '').join(' ');
}
