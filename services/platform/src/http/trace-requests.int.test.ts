import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import { quietLog } from '../testing/quiet-log.ts';
import * as z from 'zod';
import { createActorStatements } from '../actor/actor-statement.ts';
import { newId } from '../ids/ids.ts';
import { newEvent } from '../outbox/new-event.ts';
import { withTraceparent } from '../outbox/trace-context.ts';
import { noteDatabase } from '../testing/note-database.ts';
import type { NoteRepositories } from '../testing/note-database.ts';
import { NoteWrittenV1 } from '../testing/note-event.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import type { TestDatabase } from '../testing/test-database.ts';
import { remoteClient } from './clients.ts';
import { type Listening, listen } from './listen.ts';
import { createServiceApp } from './service-app.ts';
import type { ServiceContext } from './service-context.ts';
import { nextTraceparent } from './trace-requests.ts';

const contract = {
  write: oc
    .route({ method: 'POST', path: '/notes' })
    .input(z.object({ text: z.string() }))
    .output(z.object({})),
};
const asService = { context: { actor: { kind: 'service' as const, service: 'test' } } };
const statements = createActorStatements('k'.repeat(32));
let database: TestDatabase<NoteRepositories>;
let server: Listening;

beforeAll(async () => {
  database = await openTestDatabase(noteDatabase);
  const os = implement(contract).$context<ServiceContext>();
  const publicRouter = os.router({
    write: os.write.handler(({ input }) =>
      database.inTransaction(async ({ outbox }) => {
        const noteId = newId();
        await outbox.add([newEvent(NoteWrittenV1, { subject: noteId, data: { noteId, text: input.text } })]);
        return {};
      }),
    ),
  });
  const app = createServiceApp({ name: 'test', routes: { publicRouter }, statements, log: quietLog });
  server = await listen(app, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close(100);
  await database.drop();
});

const traceId = '0af7651916cd43dd8448eb211c80319c';
const given = `00-${traceId}-b7ad6b7169203331-01`;

test('when a request is part of a trace, then the events that it causes are, over a call between services too', async () => {
  const url = `http://127.0.0.1:${server.port}/api/v1`;
  const client = remoteClient(contract, { name: 'test', url, statements });
  await withTraceparent(given, () => client.write({ text: 'traced' }, asService));
  await client.write({ text: 'untraced' }, asService);
  const [traced, untraced] = await database.publishedEvents();
  expect(traced?.traceparent).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
  expect(traced?.traceparent).not.toBe(given);
  expect(untraced?.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
});

test.each([
  undefined,
  '',
  'nonsense',
  `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
  `00-${traceId}-${'0'.repeat(16)}-01`,
  `ff-${traceId}-b7ad6b7169203331-01`,
  `${given}\n`,
])('when the trace that comes is %j, then a new one begins', (received) => {
  expect(nextTraceparent(received)).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  expect(nextTraceparent(received)).not.toContain(traceId);
});
