import { memo } from 'react';
import type { AssetsProps } from './assets-grid.tsx';
import { AssetRow } from './asset-row.tsx';
import classes from './assets-grid.module.css';
import { USUAL_DENSITY } from './assets-view.ts';
import type { Density } from './assets-view.ts';
import type { Detail } from './filling.ts';
import { PassingRow } from './passing.tsx';
import rowShape from './row-shape.module.css';
import { useArrowKeys } from './use-arrow-keys.ts';
import { useFrame } from './use-frame.ts';
import { useRows } from './use-rows.ts';
import { useShownRow } from './use-shown-row.ts';
import { words } from './words.ts';

const ROW_PX: Record<Density, number> = { compact: 48, comfortable: 64, spacious: 96 };
/** As wide as the list is, whatever that is. */
const ONE_COLUMN = { columnCount: 1, columnPx: 100_000, gapPx: 0 };

export function AssetsList({
  assets,
  selectedIds,
  actions,
  onShow,
  density = USUAL_DENSITY,
  shownId = null,
}: AssetsProps) {
  const rowPx = ROW_PX[density];
  const { ref, heightPx, rows, isBusy, scrollTo } = useRows({
    ...{ rowCount: assets.length, rowHeightPx: rowPx, columnCount: 1, onShow },
  });
  const onKeyDown = useArrowKeys({
    ...{ container: ref, assets, columnCount: 1, actions },
    scrollToRow: scrollTo,
  });
  useShownRow({ shownId, assets, columnCount: 1, scrollToRow: scrollTo });
  useFrame({ ...{ container: ref, assets, actions }, grid: { ...ONE_COLUMN, rowPx, itemPx: rowPx } });
  return (
    <div
      ref={ref}
      role="list"
      aria-label={words.list}
      aria-busy={isBusy || undefined}
      className={classes.rows}
      data-density={density}
      style={{ height: heightPx }}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ index, topPx, drawnCount, detail }) => {
        const asset = drawnCount > 0 ? assets[index] : undefined;
        return (
          <ListRow
            key={asset?.id ?? index}
            {...{ asset, index, topPx, actions, detail }}
            listLength={assets.length}
            isSelected={asset !== undefined && selectedIds.has(asset.id)}
          />
        );
      })}
    </div>
  );
}

type RowProps = {
  asset: AssetsProps['assets'][number];
  index: number;
  listLength: number;
  topPx: number;
  isSelected: boolean;
  actions: AssetsProps['actions'];
  detail: Detail;
};

const ListRow = memo(function ListRow(props: RowProps) {
  const { asset, index, listLength, topPx, isSelected, actions, detail } = props;
  if (asset === undefined) {
    return <div className={`${classes.row} ${rowShape.row} ${classes.blankRow}`} style={{ top: topPx }} />;
  }
  return (
    <div
      role="listitem"
      aria-posinset={index + 1}
      aria-setsize={listLength}
      data-index={index}
      className={classes.row}
      style={{ top: topPx }}
    >
      {detail === 'name' ? (
        <PassingRow fileName={asset.fileName} isSelected={isSelected} />
      ) : (
        <AssetRow {...{ asset, isSelected, actions }} hasPicture={detail === 'picture'} />
      )}
    </div>
  );
});
