import { memo, useDeferredValue } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import type { AssetActions } from './asset-actions.ts';
import type { Density } from './assets-view.ts';
import { AssetTile } from './asset-tile.tsx';
import classes from './assets-grid.module.css';
import type { Detail } from './filling.ts';
import { lookOf, measureGrid } from './grid-measure.ts';
import { PassingTile } from './passing.tsx';
import { useArrowKeys } from './use-arrow-keys.ts';
import { useFrame } from './use-frame.ts';
import { useRows } from './use-rows.ts';
import { useShownRow } from './use-shown-row.ts';
import { useWidth } from './use-width.ts';
import { words } from './words.ts';

export type AssetsProps = {
  /** All of the list, in its order; undefined in the place of what is not read yet. */
  assets: readonly (Asset | undefined)[];
  selectedIds: ReadonlySet<string> | ReadonlyMap<string, unknown>;
  actions: AssetActions;
  /** Which of them are drawn now, first and last: these are to be read. */
  onShow: (first: number, last: number) => void;
  density?: Density;
  /** What a preview shows of them. */
  shownId?: string | null;
  /** What is to be known of some of them here, by their ids. */
  notes?: ReadonlyMap<string, string>;
};

export function AssetsGrid(props: AssetsProps) {
  const { ref, width } = useWidth();
  return (
    <div ref={ref} data-density={props.density} aria-busy={width === 0 || undefined}>
      {width > 0 ? <MeasuredGrid {...props} width={width} /> : null}
    </div>
  );
}

function MeasuredGrid(props: AssetsProps & { width: number }) {
  const { assets, selectedIds, actions, width, notes, onShow, density, shownId = null } = props;
  const measure = measureGrid(width, density);
  const { columnCount, columnPx, gapPx, rowHeightPx, itemPx, pictureRoomPx } = measure;
  const { ref, heightPx, rows, isBusy, scrollTo } = useRows({
    ...{ rowCount: Math.ceil(assets.length / columnCount), rowHeightPx, columnCount, onShow },
  });
  const onKeyDown = useArrowKeys({
    ...{ container: ref, assets, columnCount, actions },
    scrollToRow: scrollTo,
  });
  useShownRow({ shownId, assets, columnCount, scrollToRow: scrollTo });
  useFrame({
    ...{ container: ref, assets, actions },
    grid: { columnCount, columnPx, gapPx, rowPx: rowHeightPx, itemPx },
  });
  // The boxes of all others appear behind the tick that was set.
  const isSelecting = useDeferredValue(selectedIds.size > 0);
  return (
    <div
      ref={ref}
      role="list"
      aria-label={words.list}
      aria-busy={isBusy || undefined}
      className={classes.rows}
      data-selecting={isSelecting || undefined}
      style={{ ...lookOf(measure), height: heightPx }}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ index, topPx, drawnCount, detail }) => (
        <GridRow
          key={index}
          {...{ assets, selectedIds, actions, notes, topPx, drawnCount, detail }}
          roomPx={pictureRoomPx}
          first={index * columnCount}
          count={columnCount}
        />
      ))}
    </div>
  );
}

type RowProps = Pick<AssetsProps, 'assets' | 'selectedIds' | 'actions'> & {
  notes: AssetsProps['notes'] | undefined;
  topPx: number;
  drawnCount: number;
  detail: Detail;
  roomPx: number;
  first: number;
  count: number;
};

const GridRow = memo(function GridRow(props: RowProps) {
  const { assets, selectedIds, actions, notes, topPx, drawnCount, detail, roomPx, first, count } = props;
  return (
    <div role="presentation" className={`${classes.row} ${classes.grid}`} style={{ top: topPx }}>
      {assets.slice(first, first + count).map((asset, column) => {
        if (asset === undefined || column >= drawnCount)
          return <div key={column} className={classes.blankTile} />;
        return (
          <div
            key={asset.id}
            role="listitem"
            aria-posinset={first + column + 1}
            aria-setsize={assets.length}
            data-index={first + column}
          >
            {detail === 'name' ? (
              <PassingTile fileName={asset.fileName} isSelected={selectedIds.has(asset.id)} />
            ) : (
              <AssetTile
                asset={asset}
                isSelected={selectedIds.has(asset.id)}
                actions={actions}
                note={notes?.get(asset.id)}
                roomPx={roomPx}
                hasPicture={detail === 'picture'}
              />
            )}
          </div>
        );
      })}
    </div>
  );
});
