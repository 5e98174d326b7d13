import { darker, lighter } from './colour.ts';
import { words } from './lettering.ts';
import { blurred, ellipse, glow, gradient, moved, path, rect, stroke } from './svg.ts';
import type { Drawing } from './svg.ts';
import { glass } from './glass.ts';
import { profiles, vessel } from './vessels.ts';
import type { Vessel } from './vessels.ts';

export type Packshot = { width: number; height: number; ground: string; colour: string };

/** One product on a seamless ground: `figure` stands with its foot at the origin of a box 1000 high. */
export const packshot = (
  { width, height, ground }: Packshot,
  figure: string,
  [reach, shift]: readonly [number, number],
): Drawing => {
  const backdrop = glow([lighter(ground, 0.45), ground, darker(ground, 0.16)], [0.42, 0.4, 0.8]);
  const scale = Math.min(height / 1000, width / 900) * 0.86;
  const [x, y] = [width / 2, height * 0.86];
  const shadow = moved(
    ellipse(reach * 0.5 + shift, 4, [reach * 1.25, reach * 0.16], '#1a0f16', 'fill-opacity="0.26"') +
      ellipse(reach * 0.9 + shift, -2, [reach * 1.1, reach * 0.1], '#1a0f16', 'fill-opacity="0.16"'),
    [x, y],
    scale,
  );
  const contact = moved(
    ellipse(shift + 6, 2, [reach * 0.95, reach * 0.09], '#1a0f16', 'fill-opacity="0.5"'),
    [x, y],
    scale,
  );
  const soft = blurred(shadow, width / 46) + blurred(contact, width / 210);
  const content = moved(figure, [x, y], scale);
  return {
    width,
    height,
    grain: 5,
    backdrop: backdrop.definition + rect(0, 0, width, height, backdrop.fill),
    soft,
    content,
  };
};

export const vesselShot = (shot: Packshot, piece: Vessel, size = 760): Drawing => {
  const foot = (piece.profile.at(-1)?.[1] ?? 0.3) * size;
  return packshot(shot, vessel(piece, size), [foot, 0]);
};

export const flacon = (shot: Packshot): Drawing => {
  const label =
    rect(-112, -330, 224, 190, '#f6f1e7') +
    words('Acme', { at: [0, -292], size: 34, colour: '#1c1a22', weight: 0.16, align: 'middle' });
  const lines =
    words('No 4 Dusk', { at: [0, -226], size: 17, colour: '#1c1a22', align: 'middle' }) +
    words('100 ml', { at: [0, -186], size: 13, colour: '#1c1a22', align: 'middle' });
  const cap = gradient(
    [darker('#d9c3a0', 0.5), lighter('#d9c3a0', 0.3), '#b08d57', darker('#b08d57', 0.5)],
    [0, 0, 1, 0],
  );
  const shade = gradient(['#00000044', '#ffffff22', '#00000000', '#00000055'], [0, 0, 1, 0]);
  const body = glass(profiles.jar, 560, shot.colour, { from: 0.3, colour: shot.colour });
  const top =
    cap.definition +
    rect(-92, -680, 184, 128, cap.fill, 'rx="10"') +
    rect(-92, -640, 184, 3, '#000000', 'fill-opacity="0.2"');
  return packshot(
    shot,
    `${body}${top}${label}${lines}${shade.definition}${rect(-112, -330, 224, 190, shade.fill)}`,
    [170, 0],
  );
};

/** A lounge chair of bent wood with an upholstered seat, seen from the side. */
export const chair = (shot: Packshot): Drawing => {
  const wood = '#9c6b3f';
  const cloth = gradient(
    [lighter(shot.colour, 0.28), shot.colour, darker(shot.colour, 0.34)],
    [0, 0, 0.5, 1],
  );
  const back = gradient([lighter(shot.colour, 0.34), shot.colour, darker(shot.colour, 0.42)], [0, 0, 1, 0.2]);
  const leg = (d: string, colour: string): string =>
    stroke(d, colour, 26, 'stroke-linecap="round" stroke-linejoin="round"');
  const parts = [
    cloth.definition + back.definition,
    leg('M-150 -330L-235 -12M210 -330L262 -12', darker(wood, 0.45)),
    path('M190 -420Q260 -640 330 -800Q352 -850 398 -830Q440 -810 424 -752Q372 -560 300 -372Z', back.fill),
    path(
      'M-300 -440Q-310 -378 -250 -360L250 -318Q312 -316 320 -372L326 -420Q300 -470 200 -462L-230 -492Q-290 -492 -300 -440Z',
      cloth.fill,
    ),
    stroke('M-280 -404L300 -360', darker(shot.colour, 0.45), 3, 'stroke-opacity="0.5"'),
    leg('M-290 -520H150Q250 -520 300 -640', wood),
    leg('M-262 -520L-210 -330L-300 -12M214 -330L330 -12M-210 -330L214 -330', wood),
    stroke('M-292 -526H150Q246 -526 296 -644', lighter(wood, 0.4), 5, 'stroke-linecap="round"'),
  ];
  return packshot(shot, parts.join(''), [330, 10]);
};

/** A stool of one turned block: the simplest piece of the line. */
export const stool = (shot: Packshot): Drawing => {
  const side = gradient(
    [darker(shot.colour, 0.3), lighter(shot.colour, 0.28), shot.colour, darker(shot.colour, 0.5)],
    [0, 0, 1, 0.05],
  );
  const seat = gradient([lighter(shot.colour, 0.42), lighter(shot.colour, 0.12)], [0, 0, 1, 0.4]);
  const d =
    'M-230 -520C-230 -400 -110 -340 -110 -250C-110 -160 -230 -110 -240 0A240 44 0 0 0 240 0C230 -110 110 -160 110 -250C110 -340 230 -400 230 -520Z';
  const rings = [78, 56, 36, 18].map((r) =>
    ellipse(
      0,
      -520,
      [r * 2.6, r * 0.46],
      'none',
      `stroke="${darker(shot.colour, 0.25)}" stroke-opacity="0.3" stroke-width="2"`,
    ),
  );
  const parts =
    side.definition +
    seat.definition +
    path(d, side.fill) +
    ellipse(0, -520, [230, 42], seat.fill) +
    rings.join('');
  return packshot(shot, parts, [235, 0]);
};

export const mug = (shot: Packshot): Drawing => {
  const handle =
    stroke('M190 -400C360 -420 360 -130 170 -130', darker(shot.colour, 0.25), 44) +
    stroke('M190 -408C348 -424 352 -132 174 -138', lighter(shot.colour, 0.15), 12, 'stroke-opacity="0.6"');
  const piece: Vessel = {
    profile: [
      [0, 0.42],
      [0.3, 0.425],
      [0.75, 0.41],
      [0.93, 0.36],
      [1, 0.3],
    ],
    colour: shot.colour,
    dipped: { from: 0.62, colour: '#e9dcc6' },
    isSpeckled: true,
  };
  return packshot(shot, moved(handle + vessel(piece, 520), [-50, 0], 1.2), [190, -40]);
};
