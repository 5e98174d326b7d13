import { expect, test } from '@jest/globals';
import { NoteWrittenV1 } from '../testing/note-event.ts';
import { newEvent } from './new-event.ts';

const noteId = '0190a5a0-0000-7000-8000-000000000001';

test('when an event is as it was defined, then it tells its type and its producer', () => {
  expect(newEvent(NoteWrittenV1, { subject: noteId, data: { noteId, text: 'hello' } })).toEqual({
    type: 'note.written.v1',
    source: '/vitrine/share',
    subject: noteId,
    data: { noteId, text: 'hello' },
  });
});

test('when an event carries more than its definition, then it is refused', () => {
  const data = { noteId, text: 'hello', password: 'secret' };
  expect(() => newEvent(NoteWrittenV1, { subject: noteId, data })).toThrow('password');
});

test('when an event lacks something, then it is refused', () => {
  expect(() => newEvent(NoteWrittenV1, { subject: noteId, data: { noteId: 'no id', text: 'x' } })).toThrow(
    'noteId',
  );
});
