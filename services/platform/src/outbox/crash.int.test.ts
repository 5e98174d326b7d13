import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { connectToBus } from '../bus/connect-to-bus.ts';
import { createInProcessBus } from '../bus/in-process-bus.ts';
import { keepText } from '../testing/bus-harness.ts';
import { noteDatabase } from '../testing/note-database.ts';
import type { NoteRepositories } from '../testing/note-database.ts';
import { quietLog } from '../testing/quiet-log.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';

let database: TestDatabase<NoteRepositories>;

beforeAll(async () => {
  database = await openTestDatabase(noteDatabase);
});
afterAll(() => database.drop());

const source = (file: string) => JSON.stringify(new URL(`../${file}`, import.meta.url).href);

/** A service whose reaction has written its effect and is about to commit, for ever. */
const program = () => `
  const { openDatabase } = await import(${source('database/open-database.ts')});
  const { noteDatabase } = await import(${source('testing/note-database.ts')});
  const { NoteWrittenV1 } = await import(${source('testing/note-event.ts')});
  const { quietLog: log } = await import(${source('testing/quiet-log.ts')});
  const { createInProcessBus } = await import(${source('bus/in-process-bus.ts')});
  const { connectToBus } = await import(${source('bus/connect-to-bus.ts')});
  const { on, subscribe } = await import(${source('bus/subscription.ts')});
  const { newEvent } = await import(${source('outbox/new-event.ts')});
  const { newId } = await import(${source('ids/ids.ts')});
  const database = await openDatabase({ ...noteDatabase, url: ${JSON.stringify(database.url)}, log });
  const reaction = on(NoteWrittenV1, async ({ data }, { notes }) => {
    await notes.add(newId(), data.text);
    console.log('about to commit');
    await new Promise((resolve) => setTimeout(resolve, 60_000));
  });
  const bus = createInProcessBus();
  const subscriptions = [subscribe('share.when-note-written', reaction)];
  const messages = await connectToBus({ bus, database, subscriptions, log });
  await bus.start();
  messages.start();
  const noteId = newId();
  await database.inTransaction(({ outbox }) =>
    outbox.add([newEvent(NoteWrittenV1, { subject: noteId, data: { noteId, text: 'acknowledged' } })]));`;

test('when the process is killed within a reaction, then the next one has the effect, whatever lease was left', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', program()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface(child.stdout), 'line');
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await database.repositories.notes.texts()).toEqual([]);

  await database.sql.query("UPDATE platform.outbox SET leased_until = now() + interval '1 hour'");
  const bus = createInProcessBus();
  const messages = await connectToBus({ bus, database, subscriptions: [keepText], log: quietLog });
  await bus.start();
  messages.start();
  await messages.settled();
  expect(await database.repositories.notes.texts()).toEqual(['acknowledged']);
  await messages.stop();
  await bus.stop();
});
