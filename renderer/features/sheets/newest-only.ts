export type NewestOnly<Job> = {
  /** @param hurried a person waits for this one: no pause before it */
  give: (job: Job, hurried?: boolean) => void;
  stop: () => void;
};

/**
 * Runs the newest of the jobs given to it, one at a time; the ones in between never run.
 * A job waits until none has come for a while, so that work that can wait does not slow
 * a typist down, but never longer than `longest`, however fast she types.
 *
 * @param options.run must not reject
 * @param options.quiet milliseconds without another job
 * @param options.longest milliseconds a job waits at most, once nothing runs
 */
export function createNewestOnly<Job>(options: {
  run: (job: Job) => Promise<void>;
  quiet: number;
  longest: number;
}): NewestOnly<Job> {
  let waiting: { job: Job; since: number; hurried: boolean } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let stopped = false;

  function schedule(): void {
    clearTimeout(timer);
    if (running || stopped || waiting === null) return;
    const left = waiting.since + options.longest - performance.now();
    const pause = waiting.hurried ? 0 : Math.max(0, Math.min(options.quiet, left));
    timer = setTimeout(start, pause);
  }

  function start(): void {
    if (waiting === null) return;
    const { job } = waiting;
    waiting = null;
    running = true;
    void options.run(job).then(() => {
      running = false;
      schedule();
    });
  }

  return {
    give(job, hurried = false) {
      waiting = {
        job,
        since: waiting?.since ?? performance.now(),
        hurried: hurried || (waiting?.hurried ?? false),
      };
      schedule();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
