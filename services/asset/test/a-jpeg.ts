import sharp from 'sharp';

/** A picture of 640 × 480 as somebody would upload it. */
export const aJpeg = async (): Promise<Buffer<ArrayBuffer>> => {
  const picture = sharp({ create: { width: 640, height: 480, channels: 3, background: '#a64' } });
  return Buffer.from(await picture.jpeg().toBuffer());
};
