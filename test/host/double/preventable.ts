/** An event that a listener may prevent, as Electron hands it to main. */
export type PreventableEvent = { preventDefault: () => void; readonly defaultPrevented: boolean };

export function createPreventableEvent(): PreventableEvent {
  let prevented = false;
  return {
    preventDefault() {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
}
