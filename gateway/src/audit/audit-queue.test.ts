import { expect, test } from '@jest/globals';
import { type CloudEvent, RequestAnsweredV1 } from '@vitrine/contracts';
import { aCloudEvent } from '@vitrine/platform/testing/a-cloud-event.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { heardLog } from '@vitrine/platform/testing/heard-log.ts';
import { createAuditQueue } from './audit-queue.ts';

const anEvent = (): CloudEvent =>
  aCloudEvent(RequestAnsweredV1, {
    subject: newId(),
    data: {
      ...{ act: 'POST /api/v1/session', status: 200, accountId: newId(), userId: newId(), actorName: 'Mia' },
      ...{ shareId: null, invitationId: null, isGuest: false, address: '::1', browser: null, system: null },
    },
  });

test('when the bus takes nothing for a while, then everything is told once it does', async () => {
  const bus = { isDown: true, got: [] as string[] };
  const publish = async ({ id }: CloudEvent): Promise<void> => {
    if (bus.isDown) throw new Error('no bus');
    bus.got.push(id);
  };
  const { lines, log } = heardLog();
  const queue = createAuditQueue({ publish, log });
  const events = [anEvent(), anEvent(), anEvent()];
  for (const event of events) queue.add(event);
  await Promise.resolve();
  expect(bus.got).toEqual([]);
  bus.isDown = false;
  await queue.drain();
  expect(bus.got.toSorted()).toEqual(events.map(({ id }) => id).toSorted());
  const sentence = 'what happened is not told to the audit yet';
  expect(lines).toEqual([sentence, `${sentence}; now it works again`]);
});
