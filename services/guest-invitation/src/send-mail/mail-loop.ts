import { sayRepeatedFailure } from '@vitrine/platform/log/repeated-failure.ts';
import { createWakeUp } from '@vitrine/platform/schedule/wake-up.ts';
import type { Worker } from '@vitrine/platform/service/host-service.ts';
import { type SendDeps, attemptMail, claimMail } from './send-mail.ts';
import { attemptRecoveryMail, claimRecoveryMail } from './send-recovery-mail.ts';

const AT_ONCE = 4;
const POLL_MS = 1_000;
/** What is being handed over may end well; the rest is taken up again by the next start. */
const DRAIN_MS = 1_500;

/** Sends mails as they come: at once after a wake-up, and each second for those whose time has come. */
export const createMailLoop = (given: SendDeps): Worker & { runSoon: () => void } => {
  const { wake, sleep } = createWakeUp();
  const running = new Set<Promise<void>>();
  const state: { isStopping: boolean; ended: Promise<void> } = {
    isStopping: false,
    ended: Promise.resolve(),
  };
  const deps = { ...given, isStopping: () => state.isStopping };
  const attempt = (work: Promise<void>): void => {
    const attempted = logged(deps, work).then(() => {
      running.delete(attempted);
      wake();
    });
    running.add(attempted);
  };
  const sendAll = async (): Promise<void> => {
    while (!state.isStopping && running.size < AT_ONCE) {
      const work = await nextAttempt(deps);
      if (work === null) return;
      attempt(work.begin());
    }
  };
  const looking = sayRepeatedFailure(deps.log, 'mails could not be sent');
  const loop = async (): Promise<void> => {
    while (!state.isStopping) {
      await sendAll().then(looking.succeeded, looking.failed);
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
      await Promise.race([Promise.all(running), sleepUnref(DRAIN_MS)]);
      await deps.transport.close();
      await Promise.all(running);
    },
    runSoon: wake,
  };
};

/** Whoever waits before a sign-in goes first. Null where no mail's time has come. */
const nextAttempt = async (deps: SendDeps): Promise<{ begin: () => Promise<void> } | null> => {
  const recovery = await claimRecoveryMail(deps);
  if (recovery !== null) return { begin: () => attemptRecoveryMail(deps, recovery) };
  const mail = await claimMail(deps);
  return mail === null ? null : { begin: () => attemptMail(deps, mail) };
};

/** Whatever fails, what was claimed comes back when its lease ends. */
const logged = async ({ log }: SendDeps, work: Promise<void>): Promise<void> => {
  try {
    await work;
  } catch (error) {
    log.error({ err: error }, 'a mail could not be sent');
  }
};

const sleepUnref = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
