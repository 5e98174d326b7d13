import { useElementSize } from '@mantine/hooks';
import classes from './guest-gallery.module.css';
import { GuestTile } from './guest-tile.tsx';
import type { GuestTileActions } from './guest-tile.tsx';
import { justifiedRows, measureGallery, ratioOf } from './justified-rows.ts';
import type { GuestAsset } from './visit-share-api.ts';
import { words } from './words.ts';

type Props = {
  assets: readonly GuestAsset[];
  selectedIds: ReadonlyMap<string, unknown>;
  actions: GuestTileActions;
};

/** The files of a share, their pictures as large as they go: in rows that fill the width, never cropped. */
export function GuestGallery(props: Props) {
  const { ref, width } = useElementSize();
  const isMeasured = width > 0;
  return (
    <div ref={ref} className={isMeasured ? undefined : classes.unmeasured}>
      {isMeasured ? <MeasuredGallery {...props} widthPx={width} /> : null}
    </div>
  );
}

function MeasuredGallery({ assets, selectedIds, actions, widthPx }: Props & { widthPx: number }) {
  const measure = measureGallery(widthPx);
  const rows = justifiedRows(assets.map(ratioOf), measure);
  return (
    <div role="list" aria-label={words.assets} data-selecting={selectedIds.size > 0 || undefined}>
      {rows.map(({ heightPx, items }) => (
        <div
          key={items[0]?.index}
          role="presentation"
          className={classes.row}
          style={{ columnGap: measure.gapPx, containIntrinsicHeight: `auto ${heightPx + 98}px` }}
        >
          {items.map(({ index, widthPx: tileWidthPx }) => {
            const asset = assets[index];
            return asset === undefined ? null : (
              <div key={asset.id} role="listitem" className={classes.item} style={{ width: tileWidthPx }}>
                <GuestTile
                  asset={asset}
                  heightPx={heightPx}
                  widthPx={tileWidthPx}
                  isSelected={selectedIds.has(asset.id)}
                  actions={actions}
                />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
