import { useState } from 'react';
import { ApiError, codeOf } from '../../shared/api/api-error.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import { mayBeHad } from '../../shared/assets/asset.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import { frameOf } from './frame.ts';
import { type Through, usePlayAddress } from './preview-asset-api.ts';
import classes from './preview-player.module.css';
import { PreviewPicture } from './preview-picture.tsx';
import { newPlayback } from './playback.ts';
import { usePlayer } from './use-player.ts';
import { words } from './words.ts';

type Props = { asset: Asset; through: Through };

/** Whether it is to be played at all, where it may be had. */
export const isPlayed = ({ kind }: Asset): boolean => kind === 'audio' || kind === 'video';

/** Plays sound and moving pictures where they are. What may not be had any more ends there, and it says so. */
export function PreviewPlayer({ asset, through }: Props) {
  const [isUnknown, setUnknown] = useState(false);
  if (!mayBeHad(asset)) return <Unplayed asset={asset} sentence={words.notPlayedNow} />;
  if (isUnknown) return <Unplayed asset={asset} sentence={words.cannotPlay} />;
  return <PlayerAtAddress asset={asset} through={through} onUnknown={() => setUnknown(true)} />;
}

function PlayerAtAddress({ asset, through, onUnknown }: Props & { onUnknown: () => void }) {
  const address = usePlayAddress(asset, through);
  const [playback] = useState(newPlayback);
  const refusal = address.isError ? refusalOf(address.error) : null;
  if (refusal !== null) return <Unplayed asset={asset} sentence={refusal} />;
  if (address.isError) return <Failure error={address.error} onRetry={() => void address.refetch()} />;
  const player = {
    asset,
    playback,
    url: address.data ?? null,
    onLost: () => void address.refetch(),
    onUnknown,
  };
  return asset.kind === 'video' ? <VideoPlayer {...player} /> : <AudioPlayer {...player} />;
}

/** Why it is not played, where trying again would change nothing. */
function refusalOf(error: unknown): string | null {
  const code = codeOf(error);
  if (code === 'download-limit-reached') return words.playingLimited;
  if (code === 'not-found') return words.notPlayedNow;
  if (code !== 'nothing-to-download') return null;
  const excluded = error instanceof ApiError ? error.details['excluded'] : undefined;
  return Array.isArray(excluded) && excluded.length > 0 ? words.notPlayedNow : words.cannotPlay;
}

type PlayerProps = { asset: Asset } & Parameters<typeof usePlayer>[0];

function VideoPlayer({ asset, ...address }: PlayerProps) {
  const player = usePlayer<HTMLVideoElement>(address);
  const { onLoadedMetadata } = player;
  return (
    <video
      {...player}
      onLoadedMetadata={(event) => {
        // A browser that knows the sound but not the pictures plays the sound alone, and says nothing of it.
        if (asset.width !== null && event.currentTarget.videoWidth === 0) address.onUnknown();
        else onLoadedMetadata(event);
      }}
      className={classes.video}
      style={frameOf(asset)}
      poster={asset.previewUrl ?? undefined}
      aria-label={words.player(asset.fileName)}
    />
  );
}

function AudioPlayer({ asset, ...address }: PlayerProps) {
  const player = usePlayer<HTMLAudioElement>(address);
  return (
    <div className={classes.sound}>
      <KindIcon kind={asset.kind} size={72} />
      <div className={classes.bar}>
        <audio {...player} className={classes.audio} aria-label={words.player(asset.fileName)} />
      </div>
    </div>
  );
}

function Unplayed({ asset, sentence }: { asset: Asset; sentence: string }) {
  return (
    <div className={classes.unplayed}>
      {asset.previewUrl === null ? (
        <KindIcon kind={asset.kind} size={72} />
      ) : (
        <PreviewPicture asset={asset} />
      )}
      <p role="status">{sentence}</p>
    </div>
  );
}
