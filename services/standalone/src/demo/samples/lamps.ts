import { darker, lighter, withOpacity } from './colour.ts';
import { packshot } from './products.ts';
import type { Packshot } from './products.ts';
import { circle, ellipse, glow, gradient, moved, path, rect, stroke } from './svg.ts';
import type { Drawing } from './svg.ts';

/** A lamp with a dome of metal; lit, it throws a cone on the ground. */
export const lamp = (shot: Packshot, isLit = true): Drawing => {
  const metal = gradient(
    [darker(shot.colour, 0.45), lighter(shot.colour, 0.32), shot.colour, darker(shot.colour, 0.55)],
    [0, 0, 1, 0.1],
  );
  const stem = gradient(['#6d5b3f', '#f0dcae', '#a98a52', '#5d4a2f'], [0, 0, 1, 0]);
  const light = glow([
    [0, '#fff0c8ee'],
    [0.3, '#ffdf9a88'],
    [0.7, '#ffd08422'],
    [1, '#ffd08400'],
  ]);
  const cone = gradient(['#ffe9b8aa', '#ffe2a022', '#ffe2a000']);
  const parts = [
    metal.definition + stem.definition + light.definition + cone.definition,
    ellipse(0, -14, [190, 30], darker(shot.colour, 0.5)) + ellipse(0, -26, [190, 30], metal.fill),
    isLit ? path('M-270 -640L-420 -10H420L270 -640Z', cone.fill) : '',
    rect(-9, -830, 18, 808, stem.fill),
    isLit ? circle(0, -600, 420, light.fill) : '',
    ellipse(0, -640, [290, 44], isLit ? '#fff3d4' : darker(shot.colour, 0.6)),
    path('M-290 -640A290 290 0 0 1 290 -640A290 44 0 0 1 -290 -640Z', metal.fill),
    isLit ? stroke('M-290 -640A290 44 0 0 0 290 -640', '#fff1c9', 5) : '',
    circle(0, -938, 20, stem.fill),
  ];
  return packshot(shot, parts.join(''), [190, 0]);
};

export const pendant = (shot: Packshot): Drawing => {
  const { width, height, ground, colour } = shot;
  const back = gradient([darker(ground, 0.3), ground, darker(ground, 0.1)]);
  const shade = (x: number, y: number, size: number): string => {
    const metal = gradient(
      [darker(colour, 0.5), lighter(colour, 0.35), colour, darker(colour, 0.6)],
      [0, 0, 1, 0.1],
    );
    const light = glow([
      withOpacity('#ffe2a8', 0.85),
      withOpacity('#ffd896', 0.22),
      withOpacity('#ffd896', 0),
    ]);
    const bell = 'M-26 -150C-40 -60 -150 -60 -170 40A170 26 0 0 0 170 40C150 -60 40 -60 26 -150Z';
    const lit = circle(0, 70, 330, light.fill) + ellipse(0, 42, [168, 25], '#fff4d8');
    const cord = rect(-2.5, -2000, 5, 1860, darker(ground, 0.7));
    return moved(
      metal.definition +
        light.definition +
        cord +
        lit +
        path(bell, metal.fill) +
        stroke('M-170 40A170 26 0 0 0 170 40', '#fff1c9', 4),
      [x * width, y * height],
      (size * width) / 340,
    );
  };
  const content = shade(0.27, 0.36, 0.2) + shade(0.53, 0.6, 0.27) + shade(0.78, 0.28, 0.17);
  return {
    width,
    height,
    grain: 7,
    content: back.definition + rect(0, 0, width, height, back.fill) + content,
  };
};
