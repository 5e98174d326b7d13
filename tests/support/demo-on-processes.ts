import { startVitrineOn, temporaryFolder } from './running-vitrine.ts';
import type { JourneySystem } from './main-job-journey.ts';
import type { Mail } from './main-job.ts';
import { startRealEngines } from './real-engines.ts';
import { startDistributed } from './running-distributed.ts';
import { until } from './until.ts';

type Arrivals = Awaited<ReturnType<typeof startRealEngines>>['mail']['arrivals'];

const newestTo = (arrivals: Arrivals, address: string): Mail | null => {
  const arrival = arrivals.findLast(({ recipients }) => recipients.some((each) => each.includes(address)));
  if (arrival === undefined) return null;
  const { mail, recipients } = arrival;
  const text = mail.text ?? '';
  const links = text.match(/https?:\/\/\S+/g) ?? [];
  return { id: mail.messageId ?? '', to: recipients.join(), subject: mail.subject ?? '', text, links };
};

/**
 * The demo on processes of its own for each service: made by the one-process shape on the same engines, which is then
 * ended. One shape takes over what the other has done.
 */
export const startDemoOnProcesses = async (replicas: number): Promise<JourneySystem> => {
  const engines = await startRealEngines();
  const { addresses } = engines;
  const maker = await startVitrineOn(await temporaryFolder(), addresses);
  await maker.discard();
  const system = await startDistributed({ addresses, replicas });
  return {
    url: system.url,
    mailTo: (address) => until(`a mail to ${address}`, async () => newestTo(engines.mail.arrivals, address)),
    discard: async () => {
      await system.stop();
      await engines.stop();
    },
  };
};
