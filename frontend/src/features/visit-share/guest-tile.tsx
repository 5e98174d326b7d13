import { Checkbox } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { memo } from 'react';
import { fileTypeOf } from '../../shared/assets/file-type.ts';
import { formatDay } from '../../shared/format/format-date.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { FileName } from '../../shared/ui/file-name.tsx';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { KindIcon } from '../../shared/ui/kind-icon.tsx';
import classes from './guest-tile.module.css';
import type { GuestAsset } from './visit-share-api.ts';
import { words } from './words.ts';

export type GuestTileActions = {
  onSelect: (asset: GuestAsset) => void;
  onPreview: (asset: GuestAsset) => void;
  onDownload: (asset: GuestAsset) => void;
};

type Props = {
  asset: GuestAsset;
  widthPx: number;
  heightPx: number;
  isSelected: boolean;
  actions: GuestTileActions;
};

export const GuestTile = memo(function GuestTile({ asset, widthPx, heightPx, isSelected, actions }: Props) {
  return (
    <article className={classes.tile} data-selected={isSelected || undefined} aria-label={asset.fileName}>
      <div className={classes.mat} style={{ height: heightPx }}>
        <button
          type="button"
          className={classes.open}
          aria-label={words.preview(asset.fileName)}
          onClick={() => actions.onPreview(asset)}
        >
          <TilePicture asset={asset} widthPx={widthPx} />
        </button>
        <Checkbox
          className={classes.box}
          aria-label={words.select(asset.fileName)}
          checked={isSelected}
          onChange={() => actions.onSelect(asset)}
        />
      </div>
      <div className={classes.foot}>
        <div className={classes.words}>
          <div className={classes.name}>
            <FileName>{asset.fileName}</FileName>
          </div>
          <div className={classes.facts}>{factsOf(asset)}</div>
        </div>
        <IconAction
          label={words.download(asset.fileName)}
          className={classes.download}
          size={36}
          onClick={() => actions.onDownload(asset)}
        >
          <IconDownload size={20} stroke={1.5} aria-hidden />
        </IconAction>
      </div>
    </article>
  );
});

/** The small picture where it suffices, the large one where it is drawn large. */
function TilePicture({ asset, widthPx }: { asset: GuestAsset; widthPx: number }) {
  const { thumbnailUrl, previewUrl, kind } = asset;
  if (thumbnailUrl === null) return <KindIcon kind={kind} size={56} />;
  return (
    <img
      src={thumbnailUrl}
      srcSet={previewUrl === null ? undefined : `${thumbnailUrl} 320w, ${previewUrl} 1600w`}
      sizes={`${Math.ceil(widthPx)}px`}
      alt={asset.title}
      decoding="async"
      draggable={false}
    />
  );
}

function factsOf(asset: GuestAsset): string {
  const facts = [
    fileTypeOf(asset),
    formatByteSize(asset.byteSize),
    asset.expiresAt === null ? null : words.untilDay(formatDay(asset.expiresAt)),
  ];
  return facts.filter(Boolean).join(' · ');
}
