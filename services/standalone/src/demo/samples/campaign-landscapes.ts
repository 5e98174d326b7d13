import { dunes, mountains, sea } from './landscapes.ts';
import { picture } from './sample.ts';
import type { Sample } from './sample.ts';

const tall = { width: 1280, height: 1600 };

export const landscapes: Sample[] = [
  picture(
    'Campaigns',
    ['acme_ss27_dunes-dusk_4x5.jpg', 'Slow Light – dunes at dusk', 'ss27 dunes keyvisual'],
    () =>
      dunes({
        ...{
          ...tall,
          seed: 3,
          sky: ['#3b3a63', '#a65f74', '#f0a878', '#f8d3a4'],
          land: ['#e0956a', '#c06a45'],
        },
        sun: { x: 0.68, y: 0.4, radius: 0.06, colour: '#ffd9a0' },
      }),
  ),
  picture(
    'Campaigns',
    ['acme_ss27_sea-last-light_1x1.jpg', 'Slow Light – last light', 'ss27 sea social'],
    () =>
      sea({
        ...{
          width: 1500,
          height: 1500,
          seed: 2,
          sky: ['#27395e', '#b4667a', '#f6b184'],
          land: ['#7a4f6b', '#1c2743'],
        },
        sun: { x: 0.5, y: 0.5, radius: 0.055, colour: '#ffcf9a' },
      }),
  ),
  picture(
    'Campaigns',
    ['acme_ss27_mountains-dawn_16x9_print.jpg', 'Slow Light – ridges at dawn, print', 'ss27 mountains print'],
    () =>
      mountains({
        ...{
          width: 1640,
          height: 923,
          seed: 5,
          sky: ['#5b7fa6', '#c9b8c2', '#f7d9bf'],
          land: ['#b9a5b8', '#23324a'],
        },
        sun: { x: 0.62, y: 0.38, radius: 0.03, colour: '#ffe2b8' },
      }),
    { scale: 2 },
  ),
  picture('Campaigns', ['acme_ss27_dunes-noon_3x2.jpg', 'Slow Light – dunes at noon', 'ss27 dunes web'], () =>
    dunes({
      ...{ width: 2100, height: 1400, seed: 11, sky: ['#7fb0c9', '#bcd6db', '#f1e6d2'] },
      ...{ land: ['#ecd3a8', '#d9a866'], shadow: '#6b3a2a' },
    }),
  ),
  picture(
    'Campaigns',
    ['acme_aw26_forest-ridges.webp', 'Autumn campaign – forest ridges', 'aw26 mountains'],
    () =>
      mountains({
        ...{ width: 1800, height: 1200, seed: 8, layers: 9 },
        ...{ sky: ['#e8e4d4', '#f3ead7'], land: ['#b8c4ac', '#1f3b34'] },
      }),
  ),
  picture(
    'Campaigns',
    ['acme_aw26_dunes-moon_1x1.jpg', 'Autumn campaign – dunes by moonlight', 'aw26 dunes night'],
    () =>
      dunes({
        ...{ width: 1400, height: 1400, seed: 21, shadow: '#0d1233' },
        ...{ sky: ['#0d1430', '#22315c', '#5a6a94'], land: ['#5a6a94', '#3a4a80'] },
        sun: { x: 0.3, y: 0.2, radius: 0.03, colour: '#dfe8ff' },
      }),
  ),
  picture(
    'Campaigns',
    ['acme_aw26_blue-hour_4x5.avif', 'Autumn campaign – blue hour', 'aw26 mountains'],
    () =>
      mountains({
        ...{ width: 960, height: 1200, seed: 44, horizon: 0.46 },
        ...{ sky: ['#16324a', '#3f6d86', '#b8cdd0'], land: ['#88a8b2', '#0d2230'] },
      }),
  ),
  picture(
    'Campaigns',
    ['acme_ss27_sea-noon_16x9.jpg', 'Slow Light – the bay at noon', 'ss27 sea web'],
    () =>
      sea({
        ...{
          width: 2000,
          height: 1125,
          seed: 4,
          sky: ['#9fc0c6', '#dfe6dc', '#f4ead2'],
          land: ['#8fb3b5', '#2f5d73'],
        },
        sun: { x: 0.33, y: 0.3, radius: 0.03, colour: '#fff2cf' },
      }),
    { expiresInDays: 1 },
  ),
  picture(
    'Campaigns',
    ['acme_ss26_dunes-rose_2x1.jpg', 'Spring 2026 – rose dunes', 'ss26 dunes archive'],
    () =>
      dunes({
        ...{
          width: 2000,
          height: 1000,
          seed: 36,
          sky: ['#f0c9c4', '#f7dfd2', '#fbeee2'],
          land: ['#e8b6a8', '#c97f7a'],
        },
        shadow: '#63304e',
      }),
    { expiresInDays: -12 },
  ),
];
