import { createWakeUp } from '@vitrine/platform/schedule/wake-up.ts';
import type { Worker } from '@vitrine/platform/service/host-service.ts';
import { type SendDeps, sendNextMail } from './send-mail.ts';

const AT_ONCE = 4;
const POLL_MS = 1_000;

/** Sends mails as they come: at once after a wake-up, and each second for those whose time has come. */
export const createMailLoop = (deps: SendDeps): Worker & { runSoon: () => void } => {
  const { wake, sleep } = createWakeUp();
  const sendNext = sendNextMail(deps);
  const state: { isStopping: boolean; ended: Promise<unknown> } = {
    isStopping: false,
    ended: Promise.resolve(),
  };
  const sendAll = async (): Promise<void> => {
    while (!state.isStopping && (await sendNext()));
  };
  const loop = async (): Promise<void> => {
    while (!state.isStopping) {
      try {
        await Promise.all(Array.from({ length: AT_ONCE }, sendAll));
      } catch (error) {
        deps.log.error({ err: error }, 'mails could not be sent');
      }
      await sleep(POLL_MS);
    }
  };
  return {
    start: () => {
      state.ended = loop();
    },
    stop: async () => {
      state.isStopping = true;
      wake();
      await state.ended;
      await deps.transport.close();
    },
    runSoon: wake,
  };
};
