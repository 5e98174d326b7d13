import { PDFDocument, StandardFonts, rgb } from 'pdf-lib';
import type { PDFFont, PDFPage, RGB } from 'pdf-lib';

import { acme, channelsOf } from './colour.ts';

type Book = { document: PDFDocument; regular: PDFFont; bold: PDFFont };
type Line = { x: number; y: number; size: number; font: PDFFont; colour?: string };

const [wide, high] = [842, 595];
const [a4Width, a4Height] = [595, 842];

const inkOf = (hex: string): RGB => {
  const [red, green, blue] = channelsOf(hex);
  return rgb(red / 255, green / 255, blue / 255);
};

/** The dates stand still, so that the same demo has the same files. */
const aBook = async (title: string): Promise<Book> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(title);
  document.setAuthor('Acme');
  document.setCreationDate(new Date('2027-01-11T09:00:00Z'));
  const regular = await document.embedFont(StandardFonts.Helvetica);
  return { document, regular, bold: await document.embedFont(StandardFonts.HelveticaBold) };
};

const ground = (page: PDFPage, hex: string): void => {
  page.drawRectangle({ x: 0, y: 0, width: page.getWidth(), height: page.getHeight(), color: inkOf(hex) });
};

const write = (page: PDFPage, text: string, { x, y, size, font, colour = acme.ink }: Line): void => {
  page.drawText(text, { x, y, size, font, color: inkOf(colour), lineHeight: size * 1.5 });
};

const mark = (page: PDFPage, x: number, y: number, scale: number, colour: string): void => {
  page.drawSvgPath('M0 100L55 0L110 100Z', {
    x,
    y,
    scale,
    color: inkOf(colour === acme.paper ? acme.night : acme.terracotta),
  });
  page.drawSvgPath('M214 24A36 36 0 1 0 214 76', {
    x,
    y,
    scale,
    borderColor: inkOf(colour),
    borderWidth: 28,
  });
  page.drawSvgPath('M236 100V0L286 58L336 0V100ZM356 0H430V24H356ZM356 38H430V62H356ZM356 76H430V100H356Z', {
    ...{ x, y, scale, color: inkOf(colour) },
  });
};

const bytesOf = async ({ document }: Book): Promise<Buffer> => Buffer.from(await document.save());

export const brandGuideline = async (): Promise<Buffer> => {
  const book = await aBook('Acme brand guideline');
  const { document, regular, bold } = book;
  const cover = document.addPage([wide, high]);
  ground(cover, acme.blush);
  cover.drawCircle({ x: 640, y: 330, size: 190, color: inkOf(acme.terracotta) });
  cover.drawSvgPath('M0 360C180 230 320 250 470 330S720 400 842 300V600H0Z', {
    x: 0,
    y: 430,
    color: inkOf(acme.night),
  });
  mark(cover, 60, 530, 0.42, acme.ink);
  write(cover, 'Brand guideline', { x: 60, y: 70, size: 44, font: bold, colour: acme.paper });
  write(cover, 'Edition 4, spring summer 2027', {
    x: 62,
    y: 44,
    size: 13,
    font: regular,
    colour: acme.blush,
  });
  const logoPage = document.addPage([wide, high]);
  ground(logoPage, acme.paper);
  mark(logoPage, 186, 390, 1.1, acme.ink);
  write(logoPage, 'Our name', { x: 60, y: 520, size: 28, font: bold });
  write(
    logoPage,
    'Leave as much room around it as the triangle is wide.\nNever tilt it, never outline it, never place it on a busy picture.',
    { x: 60, y: 110, size: 14, font: regular },
  );
  const colourPage = document.addPage([wide, high]);
  write(colourPage, 'Our colours', { x: 60, y: 520, size: 28, font: bold });
  const colours = [
    acme.terracotta,
    acme.ochre,
    acme.moss,
    acme.pine,
    acme.sea,
    acme.night,
    acme.blush,
    acme.sand,
  ];
  for (const [index, hex] of colours.entries()) {
    const [x, y] = [60 + (index % 4) * 184, index < 4 ? 300 : 90];
    colourPage.drawRectangle({ x, y, width: 168, height: 170, color: inkOf(hex) });
    write(colourPage, hex.toUpperCase(), { x, y: y - 18, size: 11, font: regular });
  }
  return bytesOf(book);
};

export const pressRelease = async (): Promise<Buffer> => {
  const book = await aBook('Slow Light: the spring summer 2027 collection');
  const { document, regular, bold } = book;
  const page = document.addPage([a4Width, a4Height]);
  page.drawRectangle({ x: 0, y: 640, width: a4Width, height: 202, color: inkOf(acme.terracotta) });
  page.drawCircle({ x: 470, y: 640, size: 110, color: inkOf(acme.ochre) });
  page.drawRectangle({ x: 0, y: 520, width: a4Width, height: 120, color: inkOf('#ffffff') });
  mark(page, 56, 800, 0.3, acme.paper);
  write(page, 'Slow Light', { x: 56, y: 660, size: 46, font: bold, colour: acme.paper });
  write(page, 'Press release, 11 January 2027', {
    x: 56,
    y: 606,
    size: 11,
    font: regular,
    colour: acme.clay,
  });
  write(page, 'Acme shows objects for the long hours of the day', { x: 56, y: 574, size: 18, font: bold });
  write(page, releaseText, { x: 56, y: 540, size: 11.5, font: regular });
  return bytesOf(book);
};

const releaseText = `With Slow Light, Acme presents a collection of lamps, seats and vessels that were drawn
for the hours in which a room changes by itself: early morning and late afternoon.

The Dome lamp is spun from a single sheet of aluminium and painted in six colours.
The Tilt chair joins steam-bent beech with wool from a mill that has worked with Acme
since the first collection. The vessels are thrown by hand, dipped once and left alone.

The campaign was made in the dunes south of the factory, in four days and without
artificial light.

Slow Light can be seen from 3 March 2027 in the Acme showrooms and at selected dealers.

Pictures in print quality are in this portal, in the domain Press. They are free to use
for editorial purposes when Acme is named.

Contact
Press office, press@acme.example`;

export const priceList = async (): Promise<Buffer> => {
  const book = await aBook('Acme price list 2027');
  const { document, regular, bold } = book;
  const page = document.addPage([a4Width, a4Height]);
  ground(page, '#fbf8f2');
  mark(page, 56, 790, 0.24, acme.ink);
  write(page, 'Price list 2027', { x: 56, y: 690, size: 32, font: bold });
  write(page, 'Recommended retail prices in euro, value added tax included. Not for publication.', {
    x: 56,
    y: 666,
    size: 10,
    font: regular,
    colour: '#6d675f',
  });
  for (const [index, [name, code, price]] of prices.entries()) {
    const y = 620 - index * 34;
    page.drawLine({
      start: { x: 56, y: y + 22 },
      end: { x: a4Width - 56, y: y + 22 },
      thickness: 0.5,
      color: inkOf(acme.sand),
    });
    write(page, name, { x: 56, y, size: 12, font: bold });
    write(page, code, { x: 290, y, size: 11, font: regular, colour: '#6d675f' });
    write(page, price, {
      x: a4Width - 56 - regular.widthOfTextAtSize(price, 12),
      y,
      size: 12,
      font: regular,
    });
  }
  return bytesOf(book);
};

const prices: [name: string, code: string, price: string][] = [
  ['Dome table lamp', 'L-2701', '340.00'],
  ['Bell pendant, small', 'L-2704', '260.00'],
  ['Bell pendant, large', 'L-2705', '390.00'],
  ['Tilt lounge chair', 'S-2702', '1,480.00'],
  ['Hourglass stool, oak', 'S-2710', '420.00'],
  ['Amphora, terracotta', 'V-2712', '185.00'],
  ['Bud vase, chalk', 'V-2713', '95.00'],
  ['Dipped mug, set of two', 'V-2720', '64.00'],
  ['No 4 Dusk, 100 ml', 'F-2704', '120.00'],
];
