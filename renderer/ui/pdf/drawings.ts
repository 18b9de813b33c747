/** Knows whether anything in sight is being drawn. */
export type Drawings = {
  /** @returns to be called when it is drawn or given up; again does no harm */
  begin: () => () => void;
  /** Resolves once nothing is being drawn. */
  settled: () => Promise<void>;
};

export function createDrawings(): Drawings {
  const running = new Set<symbol>();
  let waiting: (() => void)[] = [];
  return {
    begin() {
      const drawing = Symbol('drawing');
      running.add(drawing);
      return () => {
        if (!running.delete(drawing) || running.size > 0) return;
        const told = waiting;
        waiting = [];
        for (const tell of told) tell();
      };
    },
    settled: () =>
      running.size === 0 ? Promise.resolve() : new Promise((done) => void waiting.push(done)),
  };
}
