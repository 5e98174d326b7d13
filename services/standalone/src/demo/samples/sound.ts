import { range } from './random.ts';

const sampleRate = 22_050;
const seconds = 8;

/** A major ninth that swells and fades, as 16-bit mono WAV: the sound of the brand. */
export const chord = (): Buffer => {
  const count = sampleRate * seconds;
  const waves = [146.83, 220, 277.18, 329.63, 369.99].map((frequency, index) => ({
    frequency,
    delay: index * 0.35,
  }));
  const file = Buffer.alloc(44 + count * 2);
  writeHeader(file, count * 2);
  for (const index of range(count)) {
    const time = index / sampleRate;
    const level =
      waves.reduce((sum, wave) => sum + tone(wave.frequency, time - wave.delay), 0) * fadeOut(time);
    file.writeInt16LE(Math.round(level * 5200), 44 + index * 2);
  }
  return file;
};

const tone = (frequency: number, time: number): number => {
  if (time < 0) return 0;
  const angle = 2 * Math.PI * frequency * time;
  const swell = (1 - Math.exp(-time * 2.2)) * Math.exp(-time * 0.28);
  return swell * (Math.sin(angle) + 0.32 * Math.sin(2 * angle + 0.4) + 0.1 * Math.sin(3.003 * angle));
};

const fadeOut = (time: number): number => Math.min(1, (seconds - time) / 1.5);

const writeHeader = (file: Buffer, byteSize: number): void => {
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + byteSize, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(byteSize, 40);
};
