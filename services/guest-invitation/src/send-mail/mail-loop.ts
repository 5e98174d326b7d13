import { sayRepeatedFailure } from '@vitrine/platform/log/repeated-failure.ts';
import { createWakeUp } from '@vitrine/platform/schedule/wake-up.ts';
import type { Worker } from '@vitrine/platform/service/host-service.ts';
import type { MailSend } from '../mail-repository.ts';
import { type SendDeps, attemptMail, claimMail } from './send-mail.ts';

const AT_ONCE = 4;
const POLL_MS = 1_000;
/** What is being handed over may end well; the rest is taken up again by the next start. */
const DRAIN_MS = 1_500;

/** Sends mails as they come: at once after a wake-up, and each second for those whose time has come. */
export const createMailLoop = (deps: SendDeps): Worker & { runSoon: () => void } => {
  const { wake, sleep } = createWakeUp();
  const running = new Set<Promise<void>>();
  const state: { isStopping: boolean; ended: Promise<void> } = {
    isStopping: false,
    ended: Promise.resolve(),
  };
  const attempt = (mail: MailSend): void => {
    const attempted = logged(deps, attemptMail(deps, mail)).then(() => {
      running.delete(attempted);
      wake();
    });
    running.add(attempted);
  };
  const sendAll = async (): Promise<void> => {
    while (!state.isStopping && running.size < AT_ONCE) {
      const mail = await claimMail(deps);
      if (mail === null) return;
      attempt(mail);
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
