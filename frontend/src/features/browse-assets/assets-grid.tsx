import { useElementSize } from '@mantine/hooks';
import type { Asset } from '../../shared/assets/asset.ts';
import type { AssetActions } from './asset-actions.ts';
import type { Density } from './assets-view.ts';
import { AssetTile } from './asset-tile.tsx';
import classes from './assets-grid.module.css';
import { measureGrid } from './grid-measure.ts';
import { useArrowKeys } from './use-arrow-keys.ts';
import { useFrame } from './use-frame.ts';
import { useRows } from './use-rows.ts';
import { words } from './words.ts';

export type AssetsProps = {
  assets: readonly Asset[];
  selectedIds: ReadonlySet<string> | ReadonlyMap<string, Asset>;
  actions: AssetActions;
  hasMore: boolean;
  readMore: () => void;
  density?: Density;
  /** What is to be known of some of them here, by their ids. */
  notes?: ReadonlyMap<string, string>;
};

export function AssetsGrid(props: AssetsProps) {
  const { ref, width } = useElementSize();
  return (
    <div ref={ref} data-density={props.density}>
      {width > 0 ? <MeasuredGrid {...props} width={width} /> : null}
    </div>
  );
}

function MeasuredGrid({
  assets,
  selectedIds,
  actions,
  width,
  notes,
  ...more
}: AssetsProps & { width: number }) {
  const { columnCount, columnPx, gapPx, rowHeightPx, itemPx } = measureGrid(width, more.density);
  const columns = { gridTemplateColumns: `repeat(${columnCount}, minmax(0, 1fr))`, columnGap: gapPx };
  const { ref, heightPx, rows, scrollTo } = useRows({
    rowCount: Math.ceil(assets.length / columnCount),
    rowHeightPx,
    ...more,
  });
  const onKeyDown = useArrowKeys({
    ...{ container: ref, assets, columnCount, actions },
    scrollToRow: scrollTo,
  });
  useFrame({
    ...{ container: ref, assets, actions },
    grid: { columnCount, columnPx, gapPx, rowPx: rowHeightPx, itemPx },
  });
  return (
    <div
      ref={ref}
      role="list"
      aria-label={words.list}
      className={classes.rows}
      data-selecting={selectedIds.size > 0 || undefined}
      style={{ height: heightPx }}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ index, topPx }) => (
        <div
          key={index}
          role="presentation"
          className={classes.row}
          style={{ ...columns, transform: `translateY(${topPx}px)` }}
        >
          <GridRow
            {...{ assets, selectedIds, actions, notes }}
            first={index * columnCount}
            count={columnCount}
          />
        </div>
      ))}
    </div>
  );
}

type RowProps = Pick<AssetsProps, 'assets' | 'selectedIds' | 'actions'> & {
  notes: AssetsProps['notes'] | undefined;
  first: number;
  count: number;
};

function GridRow({ assets, selectedIds, actions, notes, first, count }: RowProps) {
  return assets.slice(first, first + count).map((asset, column) => (
    <div key={asset.id} role="listitem" data-index={first + column}>
      <AssetTile
        asset={asset}
        isSelected={selectedIds.has(asset.id)}
        actions={actions}
        note={notes?.get(asset.id)}
      />
    </div>
  ));
}
