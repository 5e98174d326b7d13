import { expect, test } from '@jest/globals';
import { anAsset } from '../../shared/assets/an-asset.ts';
import { isDrawnLarge, isShortOfPixels } from './large-picture.ts';

const has = { width: 1_600, height: 1_200 };

test.each([
  ['as many pixels', { width: 1_600, height: 1_200 }, 1, false],
  ['fewer of a screen of fine ones', { width: 800, height: 600 }, 2, false],
  ['some more, by rounding', { width: 1_610, height: 1_208 }, 1, false],
  ['more', { width: 1_200, height: 900 }, 2, true],
  ['more, enlarged', { width: 3_200, height: 2_400 }, 1, true],
  ['a box that is wider than the picture in it', { width: 2_400, height: 1_200 }, 1, false],
])(
  'when a picture is drawn on %s, then whether it is short of pixels is known',
  (_, drawn, pixelRatio, is) => {
    expect(isShortOfPixels({ drawn, has, pixelRatio })).toBe(is);
  },
);

const photo = { kind: 'image', mediaType: 'image/tiff', width: 6_000, height: 4_000 } as const;

test.each([
  ['a photo of many pixels', {}, true],
  ['one that its preview shows whole', { width: 1_600, height: 900 }, false],
  ['a document', { kind: 'pdf', mediaType: 'application/pdf', width: 595, height: 842 }, true],
  ['a drawing of lines', { mediaType: 'image/svg+xml', width: 40, height: 40 }, true],
  ['a video', { kind: 'video', mediaType: 'video/mp4' }, false],
  ['one that was never measured', { width: null, height: null }, false],
  ['one whose file nobody may have', { availability: 'expired', downloadable: false }, false],
] as const)('when it is %s, then whether it is drawn large is known', (_, more, is) => {
  expect(isDrawnLarge(anAsset({ ...photo, ...more }))).toBe(is);
});
