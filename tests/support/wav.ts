const RATE = 44_100;
const CHANNELS = 2;
const SAMPLE_BYTES = 2;
const HEADER_BYTES = 44;

/** A WAV file of one tone: PCM, stereo, some 10 MB a minute. */
export const aTone = (seconds: number): Buffer => {
  const dataBytes = seconds * RATE * CHANNELS * SAMPLE_BYTES;
  const wav = Buffer.alloc(HEADER_BYTES + dataBytes);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(CHANNELS, 22);
  wav.writeUInt32LE(RATE, 24);
  wav.writeUInt32LE(RATE * CHANNELS * SAMPLE_BYTES, 28);
  wav.writeUInt16LE(CHANNELS * SAMPLE_BYTES, 32);
  wav.writeUInt16LE(8 * SAMPLE_BYTES, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(dataBytes, 40);
  for (let frame = 0; frame < seconds * RATE; frame += 1) {
    const level = Math.round(8_000 * Math.sin((2 * Math.PI * 440 * frame) / RATE));
    for (let channel = 0; channel < CHANNELS; channel += 1)
      wav.writeInt16LE(level, HEADER_BYTES + (frame * CHANNELS + channel) * SAMPLE_BYTES);
  }
  return wav;
};
