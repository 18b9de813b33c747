import { useEffect, useRef } from 'react';

export type AfterFrame = {
  /** Does this once the next frame is on the screen; a later call takes the place of an earlier one. */
  schedule: (action: () => void) => void;
  /** Does now what waits, if anything does. */
  settle: () => void;
  waits: () => boolean;
};

/**
 * Work that the eye can wait a frame for, so that a letter is on the screen before anything
 * is counted. What waits when the component goes is done then.
 */
export function useAfterFrame(): AfterFrame {
  const made = useRef<AfterFrame | null>(null);
  made.current ??= makeAfterFrame();
  const afterFrame = made.current;
  useEffect(() => () => afterFrame.settle(), [afterFrame]);
  return afterFrame;
}

function makeAfterFrame(): AfterFrame {
  let waiting: (() => void) | null = null;
  let isAsked = false;

  function settle(): void {
    const action = waiting;
    waiting = null;
    action?.();
  }

  return {
    schedule(action) {
      waiting = action;
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(() => {
        // A message comes after the frame that is drawn now, and sooner than any timer.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          isAsked = false;
          settle();
        };
        port2.postMessage(null);
      });
    },
    settle,
    waits: () => waiting !== null,
  };
}
