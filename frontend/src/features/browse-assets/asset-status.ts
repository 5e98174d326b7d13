import type { Asset } from '../../shared/assets/asset.ts';
import { obstacleOf } from '../../shared/assets/asset.ts';
import { words as assetWords } from '../../shared/assets/words.ts';
import { formatDay, formatInstant } from '../../shared/format/format-date.ts';
import { words } from './words.ts';

const SOON_MS = 72 * 60 * 60 * 1000;

export type Status = {
  /** The small label on the picture. */
  label: string;
  /** The whole sentence behind the label. */
  sentence: string;
  /** What stands in the place of the download icon; null where it stays. */
  reason: string | null;
  tone: 'quiet' | 'soon';
};

/** What a person has to know of an asset at a glance, or null when there is nothing to know. */
export function statusOf(asset: Asset, now: Date = new Date()): Status | null {
  if (asset.reason === 'may-not-be-shared') return KEPT_FROM_GUESTS;
  if (asset.reason === 'not-in-your-domains') return NOT_YOURS;
  const obstacle = obstacleOf(asset);
  if (obstacle !== null) return OBSTACLES[obstacle](asset);
  if (asset.expiresAt !== null && Date.parse(asset.expiresAt) - now.getTime() < SOON_MS) {
    return expiresSoon(asset.expiresAt, asset.shareable);
  }
  return asset.shareable ? null : NOT_SHAREABLE;
}

/** The same for whoever hears it. */
export function toldOf(status: Status | null): string | undefined {
  return status === null ? undefined : `${status.label}. ${status.sentence}`;
}

const NOT_SHAREABLE: Status = {
  label: assetWords.notShareable,
  sentence: words.notShareableWords,
  reason: null,
  tone: 'quiet',
};

/** In a share that it may not leave through any more. */
const KEPT_FROM_GUESTS: Status = {
  label: assetWords.notShareable,
  sentence: words.keptFromGuestsWords,
  reason: assetWords.reasons['may-not-be-shared'],
  tone: 'quiet',
};

/** In a share of an owner who does not belong to its domain. */
const NOT_YOURS: Status = {
  label: words.notYours,
  sentence: words.notYoursWords,
  reason: assetWords.reasons['not-in-your-domains'],
  tone: 'quiet',
};

const OBSTACLES: Record<NonNullable<ReturnType<typeof obstacleOf>>, (asset: Asset) => Status> = {
  processing: () => ({
    label: assetWords.availabilities.processing,
    sentence: words.processingWords,
    reason: words.beingPrepared,
    tone: 'quiet',
  }),
  unavailable: () => ({
    label: assetWords.availabilities.unavailable,
    sentence: words.unavailableWords,
    reason: words.notForDownload,
    tone: 'quiet',
  }),
  expired: ({ expiresAt }) => ({
    label: assetWords.availabilities.expired,
    sentence: words.expiredWords(expiresAt === null ? '' : formatInstant(expiresAt)),
    reason: expiresAt === null ? words.notForDownload : words.expiredOn(formatDay(expiresAt)),
    tone: 'quiet',
  }),
};

function expiresSoon(expiresAt: string, isShareable: boolean): Status {
  const sentences = [
    words.expiresWords(formatInstant(expiresAt)),
    isShareable ? '' : words.notShareableWords,
  ];
  return {
    label: words.expiresOn(formatDay(expiresAt)),
    sentence: sentences.filter(Boolean).join('. '),
    reason: null,
    tone: 'soon',
  };
}
