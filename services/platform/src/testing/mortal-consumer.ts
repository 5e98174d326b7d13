/**
 * A service whose process does not survive the note `poison`; started by a test, again and again, with the addresses
 * that it names in the environment.
 */
import { connectToBus } from '../bus/connect-to-bus.ts';
import { createRabbitmqBus } from '../bus/rabbitmq-bus.ts';
import { on, subscribe } from '../bus/subscription.ts';
import { openDatabase } from '../database/open-database.ts';
import { newId } from '../ids/ids.ts';
import { noteDatabase } from './note-database.ts';
import type { NoteTransaction } from './note-database.ts';
import { NoteWrittenV1 } from './note-event.ts';
import { quietLog as log } from './quiet-log.ts';

const { MORTAL_AMQP_URL = '', MORTAL_DATABASE_URL = '', MORTAL_WORLD = '' } = process.env;

const database = await openDatabase({ ...noteDatabase, url: MORTAL_DATABASE_URL, log });
const bus = await createRabbitmqBus({
  url: MORTAL_AMQP_URL,
  log,
  signal: new AbortController().signal,
  namespace: MORTAL_WORLD,
});
const dieOfPoison = on(NoteWrittenV1, async ({ data }, { notes }: NoteTransaction) => {
  await notes.add(newId(), data.text);
  if (data.text === 'poison') process.kill(process.pid, 'SIGKILL');
});
await connectToBus({
  bus,
  database,
  log,
  subscriptions: [subscribe('share.when-note-written', dieOfPoison)],
});
await bus.start();
