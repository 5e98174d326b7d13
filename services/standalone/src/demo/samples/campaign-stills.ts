import { acme } from './colour.ts';
import { picture } from './sample.ts';
import type { Sample } from './sample.ts';
import { stillLife, vesselOf } from './still-life.ts';

const { paper, terracotta, ochre, night, pine, blush, sea } = acme;
const tall = { width: 1280, height: 1600 };

export const stills: Sample[] = [
  picture(
    'Campaigns',
    ['acme_ss27_still-arch_4x5.jpg', 'Still life with arch', 'ss27 still-life keyvisual'],
    () =>
      stillLife({ ...tall, wall: blush, floor: '#e7bfa8', window: true }, [
        { kind: 'arch', at: [0.36, 0.74], size: 0.5, colour: terracotta },
        { kind: 'plinth', at: [0.62, 0.8], size: 0.16, width: 0.26, colour: '#f0d9c4' },
        {
          kind: 'vessel',
          at: [0.62, 0.64],
          size: 0.3,
          vessel: vesselOf('amphora', paper, { isSpeckled: true }),
        },
        { kind: 'ball', at: [0.27, 0.86], size: 0.13, colour: ochre },
      ]),
  ),
  picture(
    'Campaigns',
    ['acme_ss27_still-green_1x1.jpg', 'Still life in green', 'ss27 still-life social'],
    () =>
      stillLife({ width: 1500, height: 1500, wall: '#7d8f86', floor: '#8d9c90', edge: 0.7 }, [
        { kind: 'disc', at: [0.58, 0.72], size: 0.46, colour: ochre },
        { kind: 'block', at: [0.36, 0.84], size: 0.3, width: 0.26, colour: pine },
        { kind: 'vessel', at: [0.63, 0.86], size: 0.36, vessel: jar },
        { kind: 'ball', at: [0.37, 0.535], size: 0.14, colour: blush },
      ]),
  ),
  picture(
    'Campaigns',
    ['acme_ss27_vessels-row_3x2.jpg', 'The vessels in a row', 'ss27 still-life ceramics'],
    () =>
      stillLife({ width: 1950, height: 1300, wall: '#d9c3a0', floor: '#cfb48a', window: true, edge: 0.72 }, [
        { kind: 'vessel', at: [0.22, 0.84], size: 0.5, vessel: vesselOf('bottle', sea) },
        {
          kind: 'vessel',
          at: [0.4, 0.88],
          size: 0.34,
          vessel: vesselOf('jar', terracotta, { isSpeckled: true }),
        },
        { kind: 'vessel', at: [0.6, 0.85], size: 0.62, vessel: vesselOf('bud', paper) },
        { kind: 'vessel', at: [0.79, 0.9], size: 0.24, vessel: vesselOf('bowl', night) },
      ]),
  ),
  picture('Campaigns', ['acme_aw26_still-night_1x1.png', 'Still life at night', 'aw26 still-life'], () =>
    stillLife({ width: 1200, height: 1200, wall: '#2c3350', floor: '#343c5e', edge: 0.66 }, [
      { kind: 'plinth', at: [0.36, 0.84], size: 0.34, width: 0.3, colour: '#5a648f' },
      { kind: 'plinth', at: [0.66, 0.88], size: 0.16, width: 0.34, colour: terracotta },
      { kind: 'ball', at: [0.66, 0.745], size: 0.22, colour: '#efe3cf' },
      { kind: 'vessel', at: [0.36, 0.505], size: 0.28, vessel: vesselOf('waisted', ochre) },
    ]),
  ),
  picture(
    'Campaigns',
    ['acme_fw27_teaser-plum_embargo.jpg', 'Autumn 2027 teaser, under embargo', 'fw27 still-life embargo'],
    () =>
      stillLife({ ...tall, wall: '#6d4a5c', floor: '#7c5566', window: true }, [
        { kind: 'disc', at: [0.42, 0.76], size: 0.42, colour: '#c98a7c' },
        { kind: 'plinth', at: [0.6, 0.84], size: 0.24, width: 0.28, colour: '#8d6478' },
        { kind: 'vessel', at: [0.6, 0.6], size: 0.26, vessel: vesselOf('jar', '#e6b9a8') },
      ]),
    { availability: 'unavailable' },
  ),
];

const jar = vesselOf('jar', '#c9d3c4', { dipped: { from: 0.5, colour: pine } });
