import { CloudEventEnvelope } from '@vitrine/contracts';
import type { CloudEvent, DataOf, EventDefinition } from '@vitrine/contracts';
import { PermanentError } from './permanent-error.ts';

/** What a service does about an event, in the unit of work `Ports`. */
export interface Reaction<Ports> {
  readonly types: readonly string[] | '*';
  /** Reads a message, leniently: what it carries beyond the definition is left out. Throws `PermanentError`. */
  readonly parse: (message: unknown) => CloudEvent;
  readonly handle: (event: CloudEvent, ports: Ports) => Promise<void>;
  /** The same for several at once, where that costs less. */
  readonly handleAll?: (events: readonly CloudEvent[], ports: Ports) => Promise<void>;
}

/** A reaction and the queue that feeds it. */
export type Subscription<Ports> = SharedSubscription<Ports> | ProcessSubscription;

/** One of the replicas of a service reacts, in a transaction of the service's database. */
export interface SharedSubscription<Ports> {
  readonly name: string;
  readonly audience: 'one process';
  readonly reaction: Reaction<Ports>;
}

/** Every process of a service reacts by itself: what changes is in its memory. */
export interface ProcessSubscription {
  readonly name: string;
  readonly audience: 'every process';
  readonly reaction: Reaction<undefined>;
}

/** An event of one of several definitions, told apart by its `type`. */
export type EventOf<Definition extends EventDefinition> = Definition extends EventDefinition
  ? CloudEvent<DataOf<Definition>> & { readonly type: Definition['type'] }
  : never;

/** A reaction to one kind of event. */
export const on = <Definition extends EventDefinition, Ports>(
  definition: Definition,
  handle: (event: EventOf<Definition>, ports: Ports) => Promise<void>,
): Reaction<Ports> => onAny([definition], handle);

/** One reaction to several kinds of events, in one queue: what concerns the same subject comes in order. */
export const onAny = <Definition extends EventDefinition, Ports>(
  definitions: readonly Definition[],
  handle: (event: EventOf<Definition>, ports: Ports) => Promise<void>,
): Reaction<Ports> => {
  const byType = new Map<string, Definition>(definitions.map((definition) => [definition.type, definition]));
  return {
    types: [...byType.keys()],
    parse: (message) => parseWith(message, (type) => byType.get(type)),
    // parse lets nothing but these definitions through.
    handle: (event, ports) => handle(event as EventOf<Definition>, ports),
  };
};

/**
 * One reaction to several events at once, for an effect that takes no more statements for many than for one. They are
 * of different subjects, as many as wait. It adds no events: none of these could be named as their cause.
 */
export const onTogether = <Definition extends EventDefinition, Ports>(
  definitions: readonly Definition[],
  handleAll: (events: readonly EventOf<Definition>[], ports: Ports) => Promise<void>,
): Reaction<Ports> => ({
  ...onAny<Definition, Ports>(definitions, (event, ports) => handleAll([event], ports)),
  handleAll: (events, ports) => handleAll(events as readonly EventOf<Definition>[], ports),
});

/** A reaction to all events there are, whatever their data; see {@link onTogether}. */
export const onEveryTogether = <Ports>(
  handleAll: (events: readonly CloudEvent[], ports: Ports) => Promise<void>,
): Reaction<Ports> => ({ ...onEvery<Ports>((event, ports) => handleAll([event], ports)), handleAll });

/** A reaction to every event there is, whatever its data. */
export const onEvery = <Ports>(
  handle: (event: CloudEvent, ports: Ports) => Promise<void>,
): Reaction<Ports> => ({
  types: '*',
  parse: readEnvelope,
  handle,
});

/** Names the queue that feeds a reaction. The name is for good: it is in brokers and inboxes. */
export const subscribe = <Ports>(name: string, reaction: Reaction<Ports>): SharedSubscription<Ports> => ({
  name,
  audience: 'one process',
  reaction,
});

/**
 * Names what feeds a reaction that changes the memory of its process: each process gets each event, for as long as
 * it lives. There is no transaction and no inbox, so that the reaction may run more than once for an event, and one
 * that keeps failing is logged and forgotten.
 */
export const subscribeEachProcess = (name: string, reaction: Reaction<undefined>): ProcessSubscription => ({
  name,
  audience: 'every process',
  reaction,
});

const parseWith = (message: unknown, find: (type: string) => EventDefinition | undefined): CloudEvent => {
  const event = readEnvelope(message);
  const definition = find(event.type);
  if (!definition) throw new PermanentError(`Nothing is known here of events of the type ${event.type}.`);
  const data = definition.data.safeParse(event.data);
  if (!data.success) {
    throw new PermanentError(`The data is not that of ${event.type}: ${data.error.message}`);
  }
  return { ...event, data: data.data };
};

function readEnvelope(message: unknown): CloudEvent {
  const envelope = CloudEventEnvelope.safeParse(message);
  if (!envelope.success) throw new PermanentError(`Not a CloudEvent: ${envelope.error.message}`);
  return { ...envelope.data, data: envelope.data.data };
}
