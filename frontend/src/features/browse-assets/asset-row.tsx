import { memo } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { DownloadAction, OpenPicture, SelectBox } from '../../shared/assets/asset-controls.tsx';
import { dimensionsOf } from '../../shared/assets/dimensions.ts';
import { fileTypeOf } from '../../shared/assets/file-type.ts';
import { formatDay } from '../../shared/format/format-date.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { FileName } from '../../shared/ui/file-name.tsx';
import { showWhole } from '../../shared/ui/show-whole.ts';
import { clickOnPicture, wasShiftHeld } from './asset-actions.ts';
import type { AssetActions } from './asset-actions.ts';
import { AssetPicture } from './asset-picture.tsx';
import classes from './asset-row.module.css';
import { statusOf, toldOf } from './asset-status.ts';
import { StatusLabel } from './status-label.tsx';

type Props = { asset: Asset; isSelected: boolean; actions: AssetActions; hasPicture: boolean };

export const AssetRow = memo(function AssetRow({ asset, isSelected, actions, hasPicture }: Props) {
  return (
    <article className={classes.row} data-selected={isSelected || undefined} aria-label={asset.fileName}>
      <SelectBox
        fileName={asset.fileName}
        checked={isSelected}
        onChange={(event) => actions.onSelect(asset, wasShiftHeld(event.nativeEvent))}
      />
      <OpenPicture
        assetId={asset.id}
        fileName={asset.fileName}
        told={toldOf(statusOf(asset))}
        className={classes.open}
        onOpen={(event) => clickOnPicture(actions, asset, event)}
      >
        <AssetPicture asset={asset} iconSize={24} isShown={hasPicture} />
      </OpenPicture>
      <RowFacts asset={asset} />
      <div className={classes.end}>
        {asset.downloadable ? (
          <DownloadAction fileName={asset.fileName} onDownload={() => actions.onDownload(asset)} />
        ) : null}
      </div>
    </article>
  );
});

function RowFacts({ asset }: { asset: Asset }) {
  const status = statusOf(asset);
  return (
    <>
      <div className={classes.words}>
        <div className={classes.name}>
          <FileName>{asset.fileName}</FileName>
        </div>
        <div className={classes.title} onPointerEnter={showWhole}>
          {status === null ? null : <span className={classes.statusBefore}>{status.label} · </span>}
          {asset.title}
        </div>
      </div>
      <div className={classes.status}>{status === null ? null : <StatusLabel status={status} />}</div>
      <div className={classes.type}>{fileTypeOf(asset)}</div>
      <div className={classes.dimensions}>{dimensionsOf(asset)}</div>
      <div className={classes.size}>{formatByteSize(asset.byteSize)}</div>
      <div className={classes.date}>{formatDay(asset.createdAt)}</div>
    </>
  );
}
