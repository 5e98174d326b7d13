const sampleRate = 22_050;
const seconds = 8;

/** A major ninth that swells and fades, as 16-bit mono WAV: the sound of the brand. */
export const chord = (): Buffer => {
  const levels = new Float32Array(sampleRate * seconds);
  for (const [index, frequency] of [146.83, 220, 277.18, 329.63, 369.99].entries())
    addTone(levels, frequency, index * 0.35);
  const file = Buffer.alloc(44 + levels.length * 2);
  writeHeader(file, levels.length * 2);
  for (const [index, level] of levels.entries())
    file.writeInt16LE(Math.round(level * fadeOut(index / sampleRate) * 5200), 44 + index * 2);
  return file;
};

const addTone = (levels: Float32Array, frequency: number, delay: number): void => {
  const step = (2 * Math.PI * frequency) / sampleRate;
  const first = Math.ceil(delay * sampleRate);
  for (let index = first; index < levels.length; index += 1) {
    const [time, angle] = [(index - first) / sampleRate, step * (index - first)];
    const swell = (1 - Math.exp(-time * 2.2)) * Math.exp(-time * 0.28);
    levels[index] = (levels[index] ?? 0) + swell * (Math.sin(angle) + 0.32 * Math.sin(2 * angle + 0.4));
  }
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
