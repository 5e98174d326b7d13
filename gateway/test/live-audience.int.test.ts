import { afterAll, beforeAll, describe, expect } from '@jest/globals';
import type { CloudEvent } from '@vitrine/contracts';
import { processConsumer } from '@vitrine/platform/bus/consumer.ts';
import { createInProcessBus } from '@vitrine/platform/bus/in-process-bus.ts';
import type { Bus } from '@vitrine/platform/bus/port.ts';
import { createRabbitmqBus } from '@vitrine/platform/bus/rabbitmq-bus.ts';
import { newId } from '@vitrine/platform/ids/ids.ts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';
import { rabbitMq } from '@vitrine/platform/testing/infrastructure/rabbitmq.ts';
import { quietLog } from '@vitrine/platform/testing/quiet-log.ts';
import { type Requirement, testWhere } from '@vitrine/platform/testing/requires.ts';
import { type LiveEvents, createLiveEvents } from '../src/live-events/live-events.ts';
import { liveSubscriptions } from '../src/live-events/live-subscriptions.ts';
import { type ChangeName, changes } from './testing/live-changes.ts';
import { type LiveScene, READERS, type Reader, aLiveScene } from './testing/live-readers.ts';
import { aWorld, clientsOf } from './testing/peers.ts';
import { type Gateway, runGateway } from './testing/running-gateway.ts';

type Heard = Partial<Record<Reader, readonly string[]>>;

const assets = ['assets-changed'];
const share = ['share-changed'];
const guests = ['guests-changed'];
const session = ['session-changed'];
const administration = ['administration-changed'];
const everyPerson = {
  owner: session,
  administrator: session,
  'internal guest': session,
  'colleague in the domain': session,
  'colleague of another domain': session,
};

/** Who hears what; who is not named hears nothing. */
const MATRIX: Record<ChangeName, Heard> = {
  'a new asset': { owner: assets, administrator: assets, 'colleague in the domain': assets },
  'a changed asset': {
    owner: [...assets, ...share],
    administrator: [...assets, ...share],
    'colleague in the domain': assets,
    'internal guest': share,
    guest: share,
  },
  'a new title of the share': { owner: share, administrator: share, 'internal guest': share, guest: share },
  'a new title of the share while it is off': { owner: share, administrator: share },
  'the share is off': { owner: share, administrator: share, 'internal guest': share, guest: ['ended'] },
  'a guest opened it': { owner: guests, administrator: guests },
  'an internal guest is invited': {
    owner: guests,
    administrator: guests,
    'internal guest': [...session, ...share],
  },
  'the guest is removed': { owner: guests, administrator: guests, guest: ['ended'] },
  'a download through the share': { owner: ['activity-changed'], administrator: ['activity-changed'] },
  'a new user': { administrator: administration },
  'the colleague is given another name': {
    administrator: administration,
    'colleague in the domain': session,
  },
  'the colleague is disabled': { administrator: administration, 'colleague in the domain': ['ended'] },
  'shares are off for the account': {
    ...everyPerson,
    administrator: [...session, ...administration],
    guest: ['ended'],
    'guest of another share': ['ended'],
  },
  'the domain has a new name': {
    owner: session,
    administrator: [...session, ...administration],
    'colleague in the domain': session,
  },
};

const noRequirement: Requirement = { name: 'nothing', met: true };
const buses = [
  {
    name: 'the bus within the process',
    requirement: noRequirement,
    open: async () => ({ bus: createInProcessBus(), close: () => Promise.resolve() }),
  },
  {
    name: 'RabbitMQ',
    requirement: rabbitMq.requirement,
    open: async () => {
      const broker = await rabbitMq.start();
      const signal = AbortSignal.timeout(60_000);
      const bus = await createRabbitmqBus({
        url: broker.url,
        log: quietLog,
        signal,
        namespace: `${newId()}.`,
      });
      return { bus, close: broker.stop };
    },
  },
];

describe.each(buses)('over $name', ({ requirement, open }) => {
  let bus: Bus;
  let closeBroker: () => Promise<void>;
  let live: LiveEvents;
  let gateway: Gateway;
  const handled = new Set<string>();

  beforeAll(async () => {
    if (!requirement.met) return;
    const world = aWorld();
    const clients = clientsOf(world);
    live = createLiveEvents({ clients, log: quietLog });
    ({ bus, close: closeBroker } = await open());
    for (const subscription of liveSubscriptions(live)) {
      const consumer = processConsumer(subscription, quietLog);
      const deliver = async (message: unknown) => {
        await consumer.deliver(message);
        handled.add((message as CloudEvent).id);
      };
      await bus.subscribe({ ...consumer, deliver });
    }
    await bus.start();
    gateway = { ...(await runGateway({ clients, live })), world };
  }, 120_000);
  afterAll(async () => {
    if (!requirement.met) return;
    await gateway.stop();
    await bus.stop();
    await closeBroker();
  });

  const heardBy = (scene: LiveScene, reader: Reader): string[] => {
    const listening = scene.listening(reader);
    const hints = listening.hints().filter(({ shareId }) => shareId !== FENCE);
    const types = hints.map(({ type }) => type as string);
    return listening.hasEnded() && listening.events().at(-1)?.name === 'ended' ? ['ended'] : types.sort();
  };
  /** After this, whatever was told before has arrived. */
  const fence = async (scene: LiveScene): Promise<void> => {
    live.tell({ type: 'activity-changed', shareId: FENCE }, () => true);
    for (const reader of READERS) {
      const listening = scene.listening(reader);
      await eventually(() => {
        const isThrough = listening.hints().some(({ shareId }) => shareId === FENCE);
        if (!isThrough && !listening.hasEnded()) throw new Error(`Nothing came to the ${reader} yet.`);
      });
    }
  };

  for (const name of Object.keys(MATRIX) as ChangeName[])
    testWhere(
      requirement,
      `when there is ${name}, then those hear of it who may see it, and no others`,
      async () => {
        const scene = await aLiveScene(gateway);
        const expected = (reader: Reader) => [...(MATRIX[name][reader] ?? [])].sort();
        const event = changes[name](scene);
        await bus.publish(event);
        await eventually(() => expect(handled).toContain(event.id));
        await eventually(() => expect(heardBy(scene, 'owner')).toEqual(expected('owner')));
        await fence(scene);
        const heard = Object.fromEntries(READERS.map((reader) => [reader, heardBy(scene, reader)]));
        expect(heard).toEqual(Object.fromEntries(READERS.map((reader) => [reader, expected(reader)])));
        const everything = READERS.flatMap((reader) => scene.listening(reader).events());
        expect(JSON.stringify(everything)).not.toMatch(/secret/i);
        const toGuests = scene.listening('guest').hints();
        expect(JSON.stringify(toGuests)).not.toMatch(/assetIds|domainId/);
        scene.close();
      },
    );
});

const FENCE = newId();
