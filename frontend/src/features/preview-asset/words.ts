import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/preview-asset', {
  preview: (fileName: string) => `Preview of ${fileName}`,
  close: 'Close preview',
  previous: 'Previous asset',
  next: 'Next asset',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  times: (scale: string) => `${scale}×`,
  noPicture: 'There is no preview of this file',
  lostPicture: 'The preview could not be loaded.',
  pages: 'Pages',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: (page: number, count: number) => `Page ${page} of ${count}`,
  pageAlt: (title: string, page: number) => `${title}, page ${page}`,
  noPage: (page: number) => `Page ${page} could not be drawn. Download the file to see it.`,
  morePages: (count: number) =>
    `${plural(count, { one: 'The first page is', other: 'The first # pages are' })} shown here. Download the file to see the rest.`,
  player: (fileName: string) => `Player of ${fileName}`,
  cannotPlay: 'This browser cannot play this file. Download it to open it in another program.',
  notPlayedNow: 'This file is not available right now, so it is not played.',
  playingLimited:
    'Downloads of this share are limited, so nothing is played here. Download the file to play it.',
  added: (day: string) => `Added ${day}`,
});
