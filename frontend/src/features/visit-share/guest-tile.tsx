import { PREVIEW_PX } from '@vitrine/contracts';
import { memo, useMemo } from 'react';
import { fileTypeOf } from '../../shared/assets/file-type.ts';
import { thumbnailSources } from '../../shared/assets/thumbnail-sources.ts';
import { Tile } from '../../shared/assets/tile.tsx';
import { formatDay } from '../../shared/format/format-date.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import classes from './guest-tile.module.css';
import type { GuestAsset } from './visit-share-api.ts';
import { words } from './words.ts';

export type GuestTileActions = {
  onSelect: (asset: GuestAsset) => void;
  onPreview: (asset: GuestAsset) => void;
  onDownload: (asset: GuestAsset) => void;
  /** Why nothing can be downloaded any more, where that is so. */
  whyNot?: string | undefined;
};

type Props = {
  asset: GuestAsset;
  widthPx: number;
  heightPx: number;
  isSelected: boolean;
  actions: GuestTileActions;
};

export const GuestTile = memo(function GuestTile({ asset, widthPx, heightPx, isSelected, actions }: Props) {
  // What selecting does not change stays as it is drawn.
  const facts = useMemo(() => factsOf(asset), [asset]);
  return (
    <Tile
      assetId={asset.id}
      fileName={asset.fileName}
      isSelected={isSelected}
      look={{ mat: classes.mat, open: classes.open, matStyle: { height: heightPx } }}
      picture={<TilePicture asset={asset} longestPx={Math.max(widthPx, heightPx)} />}
      facts={facts}
      onOpen={() => actions.onPreview(asset)}
      onSelect={() => actions.onSelect(asset)}
      onDownload={() => actions.onDownload(asset)}
      downloadLook={{ size: 36, iconSize: 20, whyNot: actions.whyNot }}
    />
  );
});

/** The smallest picture that suffices. */
function TilePicture({ asset, longestPx }: { asset: GuestAsset; longestPx: number }) {
  const { thumbnailUrl, previewUrl, kind } = asset;
  if (thumbnailUrl === null) return <KindIcon kind={kind} size={56} />;
  const { srcSet, sizes } = thumbnailSources(thumbnailUrl, longestPx);
  return (
    <img
      src={thumbnailUrl}
      srcSet={previewUrl === null ? srcSet : `${srcSet}, ${previewUrl} ${PREVIEW_PX}w`}
      sizes={sizes}
      alt={asset.title}
      decoding="async"
      draggable={false}
    />
  );
}

function factsOf(asset: GuestAsset): (string | null)[] {
  const { byteSize, expiresAt } = asset;
  const until = expiresAt === null ? null : words.untilDay(formatDay(expiresAt));
  return [fileTypeOf(asset), formatByteSize(byteSize), until];
}
