import { defineEvent } from '@vitrine/contracts';
import * as z from 'zod';

/** The event of the platform's own tests; `text` tells the reaction what to do. */
export const NoteWrittenV1 = defineEvent({
  type: 'note.written.v1',
  producer: 'share',
  summary: 'A note was written, in a test.',
  data: z.object({ noteId: z.uuid(), text: z.string() }),
});
