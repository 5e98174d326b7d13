import { expect, test } from '@jest/globals';
import { thumbnailSources } from './thumbnail-sources.ts';

test('when a thumbnail is drawn, then the browser knows both of its sizes and how large it will be', () => {
  expect(thumbnailSources('/api/v1/assets/1/thumbnail', 193.2)).toEqual({
    srcSet: '/api/v1/assets/1/thumbnail 320w, /api/v1/assets/1/thumbnail?size=large 640w',
    sizes: '194px',
  });
});

test('when it is seen through a share, then so is the large one', () => {
  expect(thumbnailSources('/t?shareId=2&as=guest', 100).srcSet).toBe(
    '/t?shareId=2&as=guest 320w, /t?shareId=2&as=guest&size=large 640w',
  );
});
