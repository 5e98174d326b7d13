import { memo, useCallback, useMemo } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { fileTypeOf } from '../../shared/assets/file-type.ts';
import { Tile } from '../../shared/assets/tile.tsx';
import { formatDayOrMonth } from '../../shared/format/format-date.ts';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { clickOnPicture, wasShiftHeld } from './asset-actions.ts';
import type { AssetActions } from './asset-actions.ts';
import { AssetPicture } from './asset-picture.tsx';
import { statusOf, toldOf } from './asset-status.ts';
import classes from './asset-tile.module.css';
import { StatusLabel } from './status-label.tsx';

type Props = {
  asset: Asset;
  isSelected: boolean;
  actions: AssetActions;
  /** What is to be known of it here, in the place of its day. */
  note?: string | undefined;
  /** The width of the room for its picture. */
  roomPx: number;
  /** Not while it passes by. */
  hasPicture: boolean;
};

export const AssetTile = memo(function AssetTile(props: Props) {
  const { asset, isSelected, actions, note, roomPx, hasPicture } = props;
  const status = statusOf(asset);
  const reason = status?.reason ?? null;
  // What selecting does not change stays as it is drawn.
  const picture = useMemo(
    () => <AssetPicture asset={asset} iconSize={48} roomPx={roomPx} isShown={hasPicture} />,
    [asset, roomPx, hasPicture],
  );
  const facts = useMemo(() => factsOf(asset, reason, note), [asset, reason, note]);
  const download = useCallback(() => actions.onDownload(asset), [actions, asset]);
  return (
    <Tile
      assetId={asset.id}
      fileName={asset.fileName}
      isSelected={isSelected}
      look={{ mat: classes.mat, open: classes.open }}
      picture={picture}
      status={
        status === null ? null : (
          <div className={classes.status}>
            <StatusLabel status={status} />
          </div>
        )
      }
      told={toldOf(status)}
      facts={facts}
      onOpen={(event) => clickOnPicture(actions, asset, event)}
      onSelect={(event) => actions.onSelect(asset, wasShiftHeld(event.nativeEvent))}
      onDownload={asset.downloadable ? download : undefined}
    />
  );
});

/** What stands in the way comes first, and is there however narrow the tile is. */
function factsOf(asset: Asset, reason: string | null, note: string | undefined): (string | null)[] {
  const type = fileTypeOf(asset);
  if (reason !== null) return [reason, type];
  const size = formatByteSize(asset.byteSize);
  return note === undefined ? [type, size, formatDayOrMonth(asset.createdAt)] : [type, note, size];
}
