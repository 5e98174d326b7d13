import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';

/**
 * Its own process: an SVG can keep librsvg busy for hours and only a kill ends that.
 * Read as bytes and not by path: without a base address librsvg loads nothing from files or the network.
 * Tells `{ width, height }` on its standard output and leaves a PNG at the target.
 */
const [, , sourcePath, targetPath, longestSideText, pixelCountText] = process.argv;
if (!sourcePath || !targetPath)
  throw new Error('usage: svg-process <source> <target> <longest side> <pixel count>');
const longestSide = Number(longestSideText);
const limitInputPixels = Number(pixelCountText);

const source = await readFile(sourcePath);
const { width, height } = await sharp(source, { limitInputPixels }).metadata();
/** librsvg draws at `density` dots per inch, and the sizes above are those at 72. */
const density = Math.min(100_000, Math.max(1, (72 * longestSide) / Math.max(width, height)));
const picture = await sharp(source, { density, limitInputPixels })
  .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
  .png({ compressionLevel: 1 })
  .toBuffer();
await writeFile(targetPath, picture);
process.stdout.write(JSON.stringify({ width, height }));
