import { SHOWN_PICTURES } from '@vitrine/contracts';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { Passage } from './download.ts';
import type { Plan } from './plan.ts';

/** What some browser of today plays or shows by itself, by the names that asset gives to what it finds in the bytes. */
const PLAYED: ReadonlySet<string> = new Set([
  'video/mp4',
  'video/x-m4v',
  'video/webm',
  'video/quicktime',
  'video/ogg',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'audio/wav',
  'audio/flac',
  'audio/ogg',
  ...SHOWN_PICTURES,
]);

/** @throws AppError `nothing-to-download` for anything but one file that browsers play or show */
export const demandPlayable = ({ kind, mediaType }: Pick<Plan, 'kind' | 'mediaType'>): void => {
  if (kind !== 'file' || !PLAYED.has(mediaType)) throw new AppError('nothing-to-download', { excluded: [] });
};

/**
 * Playing hands over the whole file and is counted nowhere, so it is not for a guest whose downloads are.
 * @throws AppError `download-limit-reached`
 */
export const demandUnlimited = (
  { invitationId }: Pick<Passage, 'invitationId'>,
  downloadsMax: number | null,
): void => {
  if (invitationId !== null && downloadsMax !== null)
    throw new AppError('download-limit-reached', { downloadsMax });
};
