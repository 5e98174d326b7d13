import { GuestHead } from '../../../features/visit-share/guest-head.tsx';
import galleryClasses from '../../../features/visit-share/guest-gallery.module.css';
import { GuestTile } from '../../../features/visit-share/guest-tile.tsx';
import type { GuestTileActions } from '../../../features/visit-share/guest-tile.tsx';
import {
  FOOT_PX,
  justifiedRows,
  measureGallery,
  ratioOf,
} from '../../../features/visit-share/justified-rows.ts';
import type { JustifiedRow } from '../../../features/visit-share/justified-rows.ts';
import type { GuestAsset, GuestShare } from '../../../features/visit-share/visit-share-api.ts';
import frameClasses from '../../pages/guest/guest-frame.module.css';
import { drawInto } from './elements.ts';
import { openSheet } from './sheet.ts';

export type { GuestShare };
export type GuestAssetsPage = { items: GuestAssets };
export type GuestAssets = readonly GuestAsset[];

export { openSheet };

const NO_ACTIONS = {} as GuestTileActions;

/** A share as its guest first sees it. */
export function drawShare(place: ParentNode & Node, share: GuestShare): void {
  drawInto(place, <Page share={share} />);
}

/** Of its files what the window shows. */
export function drawAssetsOfShare(place: ParentNode & Node, assets: GuestAssets): void {
  const gallery = place.querySelector<HTMLElement>(`.${galleryClasses.unmeasured}`);
  if (gallery === null) return;
  const measure = measureGallery(gallery.clientWidth);
  const roomPx = window.innerHeight - gallery.getBoundingClientRect().top;
  const rows = rowsWithin(justifiedRows(assets.map(ratioOf), measure), roomPx);
  drawInto(gallery, <Rows assets={assets} rows={rows} gapPx={measure.gapPx} />);
}

/** All begin within it; a row is followed by its words and the space to the next one. */
function rowsWithin(rows: readonly JustifiedRow[], roomPx: number): JustifiedRow[] {
  let topPx = 0;
  return rows.filter(({ heightPx }) => {
    const isWithin = topPx < roomPx;
    topPx += heightPx + FOOT_PX;
    return isWithin;
  });
}

function Page({ share }: { share: GuestShare }) {
  return (
    <div className={frameClasses.frame}>
      <div className={frameClasses.main}>
        <GuestHead share={share} now={new Date()} isPreparing={false} onDownloadAll={nothing} />
        <div className={galleryClasses.unmeasured} />
      </div>
    </div>
  );
}

type RowsProps = { assets: GuestAssets; rows: readonly JustifiedRow[]; gapPx: number };

function Rows({ assets, rows, gapPx }: RowsProps) {
  return rows.map(({ heightPx, items }) => (
    <div key={heightPx} className={galleryClasses.row} style={{ columnGap: gapPx }}>
      {items.map(({ index, widthPx }) => {
        const asset = assets[index];
        return asset === undefined ? null : (
          <div key={asset.id} className={galleryClasses.item} style={{ width: widthPx }}>
            <GuestTile {...{ asset, heightPx, widthPx }} isSelected={false} actions={NO_ACTIONS} />
          </div>
        );
      })}
    </div>
  ));
}

function nothing(): void {}
