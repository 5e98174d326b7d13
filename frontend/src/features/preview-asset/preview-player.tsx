import { useState } from 'react';
import { codeOf } from '../../shared/api/api-error.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import { Failure } from '../../shared/ui/failure.tsx';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import { frameOf } from './frame.ts';
import { type Through, usePlayAddress } from './preview-asset-api.ts';
import classes from './preview-player.module.css';
import { PreviewPicture } from './preview-picture.tsx';
import { usePlayer } from './use-player.ts';
import { words } from './words.ts';

type Props = { asset: Asset; through: Through };

/** Whether there is something to be played that may be had. */
export const hasPlayer = ({ kind, downloadable, reason }: Asset): boolean =>
  (kind === 'audio' || kind === 'video') && downloadable && (reason ?? null) === null;

/** Plays sound and moving pictures where they are, by the player of the browser. */
export function PreviewPlayer({ asset, through }: Props) {
  const address = usePlayAddress(asset, through);
  const [isUnknown, setUnknown] = useState(false);
  const code = address.isError ? codeOf(address.error) : null;
  if (isUnknown || code === 'nothing-to-download')
    return <Unplayed asset={asset} sentence={words.cannotPlay} />;
  if (code === 'download-limit-reached') return <Unplayed asset={asset} sentence={words.playingLimited} />;
  if (address.isError) return <Failure error={address.error} onRetry={() => void address.refetch()} />;
  const player = {
    asset,
    url: address.data ?? null,
    onLost: () => void address.refetch(),
    onUnknown: () => setUnknown(true),
  };
  return asset.kind === 'video' ? <VideoPlayer {...player} /> : <AudioPlayer {...player} />;
}

type PlayerProps = { asset: Asset } & Parameters<typeof usePlayer>[0];

function VideoPlayer({ asset, ...address }: PlayerProps) {
  const player = usePlayer<HTMLVideoElement>(address);
  return (
    <video
      {...player}
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
      <audio {...player} className={classes.audio} aria-label={words.player(asset.fileName)} />
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
