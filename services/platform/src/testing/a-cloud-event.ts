import type { CloudEvent, DataOf, EventDefinition } from '@vitrine/contracts';
import type * as z from 'zod';
import { cloudEvent } from '../bus/envelope.ts';

/** An event as it comes from another service; `overrides` for one that is not as it should be. */
export const aCloudEvent = <Definition extends EventDefinition>(
  definition: Definition,
  content: { readonly subject: string; readonly data: z.input<Definition['data']> & DataOf<Definition> },
  overrides: Partial<CloudEvent> = {},
): CloudEvent => ({ ...cloudEvent(definition, content, new Date().toISOString()), ...overrides });
