import { Checkbox } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { memo } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { fileTypeOf } from '../../shared/assets/file-type.ts';
import { formatDay } from '../../shared/format/format-date.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { FileName } from '../../shared/ui/file-name.tsx';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { clickOnPicture, wasShiftHeld } from './asset-actions.ts';
import type { AssetActions } from './asset-actions.ts';
import { AssetPicture } from './asset-picture.tsx';
import { statusOf } from './asset-status.ts';
import classes from './asset-tile.module.css';
import { StatusLabel } from './status-label.tsx';
import { words } from './words.ts';

type Props = { asset: Asset; isSelected: boolean; actions: AssetActions };

export const AssetTile = memo(function AssetTile({ asset, isSelected, actions }: Props) {
  const status = statusOf(asset);
  return (
    <article className={classes.tile} data-selected={isSelected || undefined} aria-label={asset.fileName}>
      <div className={classes.mat}>
        <button
          type="button"
          className={classes.open}
          data-asset-focus
          aria-label={words.preview(asset.fileName)}
          onClick={(event) => clickOnPicture(actions, asset, event)}
        >
          <AssetPicture asset={asset} iconSize={48} />
        </button>
        <Checkbox
          className={classes.box}
          aria-label={words.select(asset.fileName)}
          checked={isSelected}
          onChange={(event) => actions.onSelect(asset, wasShiftHeld(event.nativeEvent))}
        />
        {status === null ? null : (
          <div className={classes.status}>
            <StatusLabel status={status} />
          </div>
        )}
      </div>
      <TileFoot asset={asset} reason={status?.reason ?? null} onDownload={actions.onDownload} />
    </article>
  );
});

type FootProps = { asset: Asset; reason: string | null; onDownload: (asset: Asset) => void };

function TileFoot({ asset, reason, onDownload }: FootProps) {
  return (
    <div className={classes.foot}>
      <div className={classes.words}>
        <div className={classes.name}>
          <FileName>{asset.fileName}</FileName>
        </div>
        <div className={classes.facts}>
          {reason === null ? (
            <>
              {fileTypeOf(asset)} · {formatByteSize(asset.byteSize)}
              <span className={classes.minor}> · {formatDay(asset.createdAt)}</span>
            </>
          ) : (
            <>
              <span className={classes.minor}>{fileTypeOf(asset)} · </span>
              {reason}
            </>
          )}
        </div>
      </div>
      {asset.downloadable ? (
        <IconAction
          label={words.download(asset.fileName)}
          className={classes.download}
          onClick={() => onDownload(asset)}
        >
          <IconDownload size={18} stroke={1.5} aria-hidden />
        </IconAction>
      ) : null}
    </div>
  );
}
