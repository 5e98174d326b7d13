import { z } from 'zod';

export type VideoFacts = { width: number; height: number; durationMs?: number };

/**
 * ffmpeg guesses formats by itself, and some of them (playlists, concat lists) name other files and addresses
 * to read. Only real containers are let in, and only this one file.
 */
export const inputParameters = (sourcePath: string): string[] => [
  ...['-protocol_whitelist', 'file'],
  ...['-format_whitelist', 'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpeg,mpegts,mpegvideo,asf,flv,ogg,mxf'],
  ...['-i', `file:${sourcePath}`],
];

export const probeParameters = (sourcePath: string): string[] => [
  ...['-v', 'error', '-of', 'json', '-select_streams', 'v:0'],
  ...['-show_entries', 'format=duration:stream=width,height:stream_tags=rotate:stream_side_data=rotation'],
  ...inputParameters(sourcePath),
];

/** A tenth into it, since openings are often black; the longest side at most `longestSide`. */
export const frameParameters = (
  sourcePath: string,
  framePath: string,
  { longestSide, durationMs = 0 }: { longestSide: number; durationMs?: number },
): string[] => [
  ...['-v', 'error', '-nostdin', '-y', '-ss', (durationMs / 10_000).toFixed(3)],
  ...inputParameters(sourcePath),
  ...['-frames:v', '1', '-an', '-sn', '-dn'],
  ...[
    '-vf',
    `scale=w='min(${longestSide},iw)':h='min(${longestSide},ih)':force_original_aspect_ratio=decrease`,
  ],
  framePath,
];

const Probe = z.object({
  streams: z.array(
    z.object({
      width: z.number(),
      height: z.number(),
      tags: z.object({ rotate: z.coerce.number().optional() }).optional(),
      side_data_list: z.array(z.object({ rotation: z.number().optional() })).optional(),
    }),
  ),
  format: z.object({ duration: z.coerce.number().optional() }).optional(),
});

/** The picture as it is shown: a turned phone's video has width and height exchanged. */
export const readProbe = (output: string): VideoFacts | undefined => {
  const probe = Probe.parse(JSON.parse(output));
  const stream = probe.streams[0];
  if (!stream) return undefined;
  const rotation = stream.side_data_list?.find((data) => data.rotation)?.rotation ?? stream.tags?.rotate ?? 0;
  const [width, height] =
    rotation % 180 === 0 ? [stream.width, stream.height] : [stream.height, stream.width];
  const seconds = probe.format?.duration;
  return { width, height, ...(seconds === undefined ? {} : { durationMs: Math.round(seconds * 1000) }) };
};
