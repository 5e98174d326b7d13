import { expect, test } from '@jest/globals';
import { fileTypeOf } from './file-type.ts';

test('when the media type is a common one, then people’s word for it is used', () => {
  expect(fileTypeOf({ mediaType: 'image/jpeg', fileName: 'a.jpg', kind: 'image' })).toBe('JPEG');
});

test('when the media type says nothing, then the extension does, or else the kind', () => {
  expect(fileTypeOf({ mediaType: 'application/octet-stream', fileName: 'a.bin', kind: 'other' })).toBe('BIN');
  expect(fileTypeOf({ mediaType: 'application/octet-stream', fileName: 'LICENSE', kind: 'other' })).toBe(
    'File',
  );
});
