import { bauhaus, halftone, moire, terrazzo } from './graphics.ts';
import { cutOuts, twig } from './botanical.ts';
import { acme } from './colour.ts';
import { brandGuideline } from './documents.ts';
import { logo, signOnly, signPattern, swatches } from './identity.ts';
import { lamp } from './lamps.ts';
import { chair, flacon, mug, stool, vesselShot } from './products.ts';
import { interleave, picture, sample } from './sample.ts';
import type { Sample } from './sample.ts';
import { chord } from './sound.ts';
import { vesselOf } from './still-life.ts';
import { topography } from './topography.ts';

const { paper, ink, terracotta, ochre, night, pine, sea, blush, moss, sand } = acme;
const tall = { width: 1280, height: 1600 };
const square = { width: 1400, height: 1400 };

const products: Sample[] = [
  picture(
    'Brand',
    ['acme_lamp_dome_terracotta_4x5.jpg', 'Dome lamp, terracotta', 'product lamp packshot'],
    () => lamp({ ...tall, ground: '#5b3d44', colour: terracotta }),
  ),
  picture('Brand', ['acme_chair_tilt_moss_1x1.jpg', 'Tilt chair, moss', 'product chair packshot'], () =>
    chair({ ...square, ground: '#e4ded3', colour: moss }),
  ),
  picture('Brand', ['acme_mug_dipped_sea.webp', 'Dipped mug, sea', 'product ceramics packshot'], () =>
    mug({ ...square, ground: '#d7c9bd', colour: sea }),
  ),
  picture(
    'Brand',
    ['acme_fragrance_no4-dusk_100ml.png', 'No 4 Dusk, 100 ml', 'product fragrance packshot'],
    () => flacon({ width: 1120, height: 1400, ground: '#e9cdb8', colour: '#b5562e' }),
  ),
  picture('Brand', ['acme_stool_hourglass_oak.jpg', 'Hourglass stool, oak', 'product stool packshot'], () =>
    stool({ ...square, ground: '#cfd6d0', colour: '#b57b46' }),
  ),
  picture(
    'Brand',
    ['acme_vase_amphora_terracotta.jpg', 'Amphora, terracotta', 'product ceramics packshot'],
    () =>
      vesselShot(
        { ...tall, ground: '#e6ddd0', colour: terracotta },
        vesselOf('amphora', terracotta, { isSpeckled: true }),
      ),
  ),
];

const logos: Sample[] = [
  picture('Brand', ['acme_logo_wordmark_colour.svg', 'Acme wordmark, colour', 'logo vector master'], () =>
    logo({ width: 1600, height: 900, ground: paper, colour: ink, accent: terracotta }),
  ),
  picture('Brand', ['acme_logo_wordmark_on-terracotta.jpg', 'Acme wordmark on terracotta', 'logo'], () =>
    logo({ width: 1920, height: 1080, ground: terracotta, colour: paper, accent: night }),
  ),
  picture('Brand', ['acme_logo_sign_on-night.png', 'Acme sign on night', 'logo sign social'], () =>
    signOnly({ width: 1200, height: 1200, ground: night, colour: paper, accent: ochre }),
  ),
  picture(
    'Brand',
    ['acme_logo_wordmark_transparent.png', 'Acme wordmark, transparent', 'logo transparent'],
    () => logo({ width: 1800, height: 900, colour: ink, accent: terracotta }),
    { scale: 1 },
  ),
  picture('Brand', ['acme_logo_sign_on-blush.svg', 'Acme sign on blush', 'logo sign vector'], () =>
    signOnly({ width: 1000, height: 1000, ground: blush, colour: ink, accent: terracotta }),
  ),
  picture('Brand', ['acme_pattern_sign_wrapping.gif', 'Sign pattern for wrapping', 'pattern packaging'], () =>
    signPattern({ width: 900, height: 900, ground: blush, colour: terracotta, accent: night }),
  ),
];

const chips = [terracotta, sea, ochre, blush, pine];
const inks = [terracotta, ochre, night, pine, blush];

const patterns: Sample[] = [
  picture('Brand', ['acme_pattern_terrazzo-paper.jpg', 'Terrazzo, paper', 'pattern material'], () =>
    terrazzo({ width: 1800, height: 1200, seed: 4, ground: paper, inks: chips }),
  ),
  picture('Brand', ['acme_pattern_grid-primary.png', 'Grid pattern, primary', 'pattern geometry'], () =>
    bauhaus({ width: 1500, height: 2100, seed: 4, ground: paper, inks }),
  ),
  picture('Brand', ['acme_illustration_laurel.jpg', 'Laurel, pen drawing', 'illustration botanical'], () =>
    twig({ width: 1300, height: 1820, seed: 2, ground: '#f3ecdf', ink: pine }),
  ),
  picture('Brand', ['acme_pattern_terrazzo-night.jpg', 'Terrazzo, night', 'pattern material'], () =>
    terrazzo({ ...square, seed: 9, ground: night, inks: [blush, ochre, sea, terracotta, paper] }),
  ),
  picture(
    'Brand',
    ['acme_poster_halftone-moon_2025.jpg', 'Halftone moon, poster of 2025', 'poster archive'],
    () =>
      halftone(
        { width: 1400, height: 1980, seed: 1, ground: paper, inks: [night, terracotta] },
        'Slow light',
      ),
    { expiresInDays: -40 },
  ),
  picture('Brand', ['acme_illustration_cut-outs.jpg', 'Cut-out leaves', 'illustration botanical'], () =>
    cutOuts({ width: 1500, height: 2000, seed: 4, ground: paper, ink: pine }, [
      paper,
      terracotta,
      sea,
      ochre,
      pine,
      blush,
      night,
    ]),
  ),
  picture('Brand', ['acme_map_dune-field.png', 'Map of the dune field', 'map illustration'], () =>
    topography({
      width: 1800,
      height: 1260,
      seed: 4,
      ground: pine,
      line: sand,
      title: 'Site 04 – Dune field',
    }),
  ),
  picture('Brand', ['acme_pattern_grid-dusk_wide.jpg', 'Grid pattern, dusk', 'pattern geometry web'], () =>
    bauhaus(
      {
        width: 2400,
        height: 1200,
        seed: 23,
        ground: '#f3d9c4',
        inks: ['#3b2a4a', terracotta, '#e9a178', night],
      },
      8,
    ),
  ),
  picture(
    'Brand',
    ['acme_pattern_moire-rings_draft.png', 'Moiré rings, draft', 'pattern draft'],
    () => moire({ width: 1200, height: 1200, seed: 1, ground: paper, inks: [terracotta, night] }),
    { availability: 'unavailable' },
  ),
];

const masters: Sample[] = [
  sample(
    'Brand',
    ['acme_brand-guideline_ed4.pdf', 'Brand guideline, edition 4', 'guideline logo colour'],
    brandGuideline,
  ),
  picture('Brand', ['acme_colours_ss27.png', 'Colours SS27', 'colour guideline'], () =>
    swatches(2000, 1400, [
      'terracotta',
      'ochre',
      'moss',
      'pine',
      'sea',
      'night',
      'blush',
      'clay',
      'sand',
      'lilac',
      'paper',
      'ink',
    ]),
  ),
  sample('Brand', ['acme_sonic-logo_long.wav', 'Sound of the brand, long', 'audio sonic'], async () =>
    chord(),
  ),
  sample(
    'Brand',
    ['acme_colour-tokens.txt', 'Colour tokens', 'colour developers'],
    async () => Buffer.from(tokens),
    {
      shareable: false,
    },
  ),
  sample('Brand', ['acme_broll_raw-footage.bin', 'Raw footage, dunes', 'footage raw'], 'footage', {
    shareable: false,
  }),
];

const tokens = Object.entries(acme)
  .map(([name, value]) => `acme-${name}: ${value}\n`)
  .join('');

export const brandSamples = (): Sample[] => interleave([products, patterns, logos, masters]);
