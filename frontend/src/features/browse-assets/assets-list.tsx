import type { AssetsProps } from './assets-grid.tsx';
import { AssetRow } from './asset-row.tsx';
import classes from './assets-grid.module.css';
import { USUAL_DENSITY } from './assets-view.ts';
import type { Density } from './assets-view.ts';
import { useArrowKeys } from './use-arrow-keys.ts';
import { useFrame } from './use-frame.ts';
import { useRows } from './use-rows.ts';
import { words } from './words.ts';

const ROW_PX: Record<Density, number> = { compact: 48, comfortable: 64, spacious: 96 };
/** As wide as the list is, whatever that is. */
const ONE_COLUMN = { columnCount: 1, columnPx: 100_000, gapPx: 0 };

export function AssetsList({
  assets,
  selectedIds,
  actions,
  hasMore,
  readMore,
  density = USUAL_DENSITY,
}: AssetsProps) {
  const rowPx = ROW_PX[density];
  const { ref, heightPx, rows, scrollTo } = useRows({
    rowCount: assets.length,
    rowHeightPx: rowPx,
    hasMore,
    readMore,
  });
  const onKeyDown = useArrowKeys({
    ...{ container: ref, assets, columnCount: 1, actions },
    scrollToRow: scrollTo,
  });
  useFrame({ ...{ container: ref, assets, actions }, grid: { ...ONE_COLUMN, rowPx, itemPx: rowPx } });
  return (
    <div
      ref={ref}
      role="list"
      aria-label={words.list}
      className={classes.rows}
      data-density={density}
      style={{ height: heightPx }}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ index, topPx }) => {
        const asset = assets[index];
        if (asset === undefined) return null;
        return (
          <div
            key={asset.id}
            role="listitem"
            data-index={index}
            className={classes.row}
            style={{ transform: `translateY(${topPx}px)` }}
          >
            <AssetRow asset={asset} isSelected={selectedIds.has(asset.id)} actions={actions} />
          </div>
        );
      })}
    </div>
  );
}
