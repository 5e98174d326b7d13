import { expect, test } from '@jest/globals';
import { aCloudEvent } from '../testing/a-cloud-event.ts';
import { NoteWrittenV1 } from '../testing/note-event.ts';
import { PermanentError } from './permanent-error.ts';
import { on, onEvery } from './subscription.ts';

const noteId = '0190a5a0-0000-7000-8000-000000000001';
const event = aCloudEvent(NoteWrittenV1, { subject: noteId, data: { noteId, text: 'hello' } });
const nothing = () => Promise.resolve();

test('when a message carries more than we know, then the rest is left out', () => {
  const message = { ...event, extension: 1, data: { ...event.data!, later: 1 } };
  expect(on(NoteWrittenV1, nothing).parse(message)).toEqual(event);
});

test.each([
  ['text', 'hello'],
  ['nothing', undefined],
  ['an event of another version of the standard', { ...event, specversion: '0.3' }],
  ['an event of a type that is not known here', { ...event, type: 'note.written.v2' }],
  ['an event whose data lacks something', { ...event, data: { noteId } }],
])('when a message is %s, then no repetition helps', (_, message) => {
  expect(() => on(NoteWrittenV1, nothing).parse(message)).toThrow(PermanentError);
});

test('when every event is wanted, then its data stays as it came', () => {
  const message = { ...event, type: 'unheard.of.v9', data: { anything: [1] } };
  expect(onEvery(nothing).parse(message)).toEqual(message);
});
