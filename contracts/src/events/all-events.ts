import * as assetEvents from './asset-events.ts';
import * as auditEvents from './audit-events.ts';
import type { EventDefinition } from './define-event.ts';
import * as downloadEvents from './download-events.ts';
import * as guestEvents from './guest-events.ts';
import * as identityEvents from './identity-events.ts';
import * as shareEvents from './share-events.ts';

const isEventDefinition = (value: unknown): value is EventDefinition =>
  typeof value === 'object' && value !== null && 'type' in value && 'producer' in value;

/** Every event of the system, for the bus, the log of events and the generated documents. */
export const ALL_EVENTS: readonly EventDefinition[] = [
  identityEvents,
  assetEvents,
  shareEvents,
  guestEvents,
  downloadEvents,
  auditEvents,
].flatMap((module) => Object.values(module).filter(isEventDefinition));
