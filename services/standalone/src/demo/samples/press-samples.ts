import { balconies, facade } from './architecture.ts';
import { foliage } from './botanical.ts';
import { acme } from './colour.ts';
import { pressRelease, priceList } from './documents.ts';
import { waves } from './graphics.ts';
import { numeral } from './identity.ts';
import { pendant } from './lamps.ts';
import { chair, vesselShot } from './products.ts';
import { picture, sample } from './sample.ts';
import type { Sample } from './sample.ts';
import { mesh } from './skies.ts';
import { stillLife, vesselOf } from './still-life.ts';

const { paper, terracotta, ochre, night, pine, blush, sand, lilac } = acme;
const building = {
  width: 1360,
  height: 1700,
  seed: 3,
  concrete: '#cdbfae',
  glass: '#4a6375',
  columns: 4,
  rows: 6,
};

export const pressSamples: Sample[] = [
  picture(
    'Press',
    ['acme_press_headquarters-day.jpg', 'Headquarters, south front', 'press architecture'],
    () => facade(building),
  ),
  sample(
    'Press',
    ['acme_press-release_slow-light_en.pdf', 'Press release – Slow Light', 'press ss27'],
    pressRelease,
  ),
  picture('Press', ['acme_press_bell-pendants.jpg', 'Bell pendants', 'press lamp product'], () =>
    pendant({ width: 1280, height: 1792, ground: '#2d4a44', colour: ochre }),
  ),
  picture('Press', ['acme_press_season-27.jpg', 'Season 27, cover', 'press poster ss27'], () =>
    numeral({ width: 1300, height: 1840, ground: blush, colour: night, accent: terracotta, lines: [] }),
  ),
  picture(
    'Press',
    ['acme_press_headquarters-night_print.jpg', 'Headquarters by night, print', 'press architecture print'],
    () =>
      facade({
        ...building,
        width: 2700,
        height: 1800,
        columns: 9,
        rows: 5,
        concrete: '#6a6f86',
        glass: '#1d2742',
        lit: '#f2c572',
      }),
    { scale: 1 },
  ),
  picture('Press', ['acme_press_bud-vase.tif', 'Bud vase, chalk', 'press ceramics product print'], () =>
    vesselShot({ width: 1120, height: 1400, ground: '#b9c2c0', colour: paper }, vesselOf('bud', '#efe8db')),
  ),
  picture(
    'Press',
    ['acme_press_still-lilac.jpg', 'Still life in lilac', 'press still-life'],
    () =>
      stillLife({ width: 1800, height: 1200, wall: lilac, floor: '#c7b8d3', edge: 0.7, window: true }, [
        { kind: 'arch', at: [0.3, 0.78], size: 0.5, colour: '#8f7aa8' },
        { kind: 'block', at: [0.56, 0.86], size: 0.18, width: 0.42, colour: '#e7dcec' },
        {
          kind: 'vessel',
          at: [0.55, 0.66],
          size: 0.36,
          vessel: vesselOf('amphora', night, { dipped: { from: 0.55, colour: sand } }),
        },
        { kind: 'ball', at: [0.77, 0.88], size: 0.16, colour: ochre },
      ]),
    { expiresInDays: 1 },
  ),
  picture('Press', ['acme_press_residence-balconies.jpg', 'Residence, balconies', 'press architecture'], () =>
    balconies({ ...building, rows: 7, concrete: '#e2b79a' }, ['#4f86a8', '#bcd5d8']),
  ),
  sample('Press', ['acme_boilerplate_en.txt', 'About Acme, boilerplate', 'press text'], async () =>
    Buffer.from(boilerplate),
  ),
  picture(
    'Press',
    ['acme_press_tilt-chair-plum.jpg', 'Tilt chair, plum, not released', 'press chair product'],
    () => chair({ width: 1400, height: 1400, ground: '#d9cdc9', colour: '#6d3b52' }),
    { availability: 'unavailable' },
  ),
  sample('Press', ['acme_price-list_2027.pdf', 'Price list 2027', 'press prices internal'], priceList, {
    shareable: false,
  }),
  picture(
    'Press',
    ['acme_press_garden-pavilion.jpg', 'Garden pavilion, illustration', 'press illustration botanical'],
    () => foliage({ width: 1350, height: 1800, seed: 4, ground: '#eadfc8', ink: pine }),
    { expiresInDays: -3 },
  ),
];

export const studioSamples: Sample[] = [
  picture('Studio', ['quiet_ridgelines_poster.png', 'Ridgelines, poster', 'poster lines'], () =>
    waves({ width: 1120, height: 1584, seed: 4, ground: night, inks: [ochre, blush] }),
  ),
  sample('Studio', ['quiet_gradient-heather.jpg', 'Gradient, heather', 'gradient background'], () =>
    mesh({ width: 1200, height: 900, seed: 31, colours: [lilac, '#e9d5dc', '#5b5a80', '#f2e3d0'] }, 'jpg'),
  ),
];

const boilerplate = `About Acme

Acme makes lamps, seats and vessels for rooms in which people stay. The company was founded in 1987
in a former brickworks and still works there, with 140 people from 19 countries.

Facts
Founded: 1987
People: 140
Showrooms: Antwerp, Copenhagen, Kyoto, Lisbon
Press office: press@acme.example
`;
