import { createWakeUp } from '@vitrine/platform/schedule/wake-up.ts';

/** Does something again and again, with a pause between, until it is stopped. */
export const inRounds = (everyMs: number, round: (isStopping: () => boolean) => Promise<void>) => {
  const { sleep, wake } = createWakeUp();
  let isStopping = false;
  let ended: Promise<void> = Promise.resolve();
  const loop = async (): Promise<void> => {
    for (;;) {
      await sleep(everyMs);
      if (isStopping) return;
      await round(() => isStopping);
    }
  };
  return {
    start: (): void => {
      ended = loop();
    },
    stop: async (): Promise<void> => {
      isStopping = true;
      wake();
      await ended;
    },
  };
};
