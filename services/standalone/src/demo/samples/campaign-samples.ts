import { facade, stairs } from './architecture.ts';
import { landscapes } from './campaign-landscapes.ts';
import { stills } from './campaign-stills.ts';
import { acme } from './colour.ts';
import { poster } from './identity.ts';
import { interleave, picture, sample } from './sample.ts';
import type { Sample } from './sample.ts';
import { mesh, starField, starTrails } from './skies.ts';

const { paper, terracotta, ochre, night, pine, blush, sea } = acme;
const tall = { width: 1280, height: 1600 };

const nights: Sample[] = [
  picture(
    'Campaigns',
    ['acme_aw26_star-trails_3x2.jpg', 'Autumn campaign – four hours of stars', 'aw26 night'],
    () =>
      starTrails({
        width: 2100,
        height: 1400,
        seed: 3,
        sky: ['#0b1230', '#1f3058', '#5b5a80'],
        land: '#0a0d1c',
      }),
  ),
  picture(
    'Campaigns',
    ['acme_aw26_milky-way_4x5.jpg', 'Autumn campaign – milky way', 'aw26 night keyvisual'],
    () => starField({ ...tall, seed: 6, sky: ['#080c22', '#1a2450', '#5c4a78', '#c98a7c'], land: '#0b0a18' }),
  ),
  sample('Campaigns', ['acme_ss27_gradient-ember.jpg', 'Gradient, ember', 'ss27 gradient background'], () =>
    mesh(
      { width: 960, height: 1200, seed: 5, colours: ['#f2b48a', terracotta, night, blush, '#5b5a80'] },
      'jpg',
    ),
  ),
  sample('Campaigns', ['acme_ss27_gradient-lagoon_wide.webp', 'Gradient, lagoon', 'ss27 gradient web'], () =>
    mesh(
      { width: 1200, height: 675, seed: 12, colours: ['#bfe0d8', sea, pine, '#f4e3c1', '#7fb0c9'] },
      'webp',
    ),
  ),
];

const places: Sample[] = [
  picture('Campaigns', ['acme_ss27_stairs_1x1.jpg', 'Slow Light – the red stairs', 'ss27 architecture'], () =>
    stairs({ ...building, width: 1400, height: 1400, concrete: terracotta, columns: 9 }),
  ),
  picture('Campaigns', ['acme_poster_slow-light_a2.jpg', 'Poster Slow Light, A2', 'ss27 poster type'], () =>
    poster({
      width: 1400,
      height: 1980,
      ground: ochre,
      colour: night,
      accent: terracotta,
      lines: ['Slow', 'Light', 'Long', 'Days'],
    }),
  ),
  picture(
    'Campaigns',
    ['acme_poster_dusk_a2_draft.png', 'Poster Dusk, A2, draft', 'aw26 poster draft'],
    () =>
      poster({
        width: 1120,
        height: 1584,
        ground: night,
        colour: paper,
        accent: ochre,
        lines: ['Dusk', 'At', 'Acme'],
      }),
    { shareable: false },
  ),
  picture(
    'Campaigns',
    ['acme_ss27_facade-morning_4x5.jpg', 'Slow Light – façade in the morning', 'ss27 architecture'],
    () => facade({ ...building, ...tall, concrete: '#d8b79a', glass: '#3f6d86', columns: 3, rows: 4 }),
  ),
];

const building = {
  width: 1600,
  height: 1600,
  seed: 3,
  concrete: '#cdbfae',
  glass: '#4a6375',
  columns: 4,
  rows: 6,
};

export const campaignSamples = (): Sample[] => interleave([landscapes, stills, nights, places]);
