import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import { AssetTile } from '../../../features/browse-assets/asset-tile.tsx';
import type { AssetActions } from '../../../features/browse-assets/asset-actions.ts';
import gridClasses from '../../../features/browse-assets/assets-grid.module.css';
import { USUAL_DENSITY } from '../../../features/browse-assets/assets-view.ts';
import type { AssetsView } from '../../../features/browse-assets/assets-view.ts';
import { lookOf, measureGrid } from '../../../features/browse-assets/grid-measure.ts';
import type { GridMeasure } from '../../../features/browse-assets/grid-measure.ts';
import { words as browseWords } from '../../../features/browse-assets/words.ts';
import type { Asset } from '../../../shared/assets/asset.ts';
import type { Session } from '../../../shared/session/session-api.ts';
import frameClasses from '../../frame/frame.module.css';
import { Navigation } from '../../frame/navigation.tsx';
import pageClasses from '../../pages/assets-page.module.css';
import toolbarClasses from '../../pages/assets-toolbar.module.css';
import { words } from '../../pages/words.ts';
import { drawInto } from './elements.ts';
import { openSheet } from './sheet.ts';
import { holdSession } from './stand-ins/session.ts';

export type AssetsPage = InferContractRouterOutputs<typeof publicContract>['assets']['list'];

export { openSheet };

const NO_ACTIONS = {} as AssetActions;

/** What stands around the assets. */
export function drawFrame(place: ParentNode & Node, session: Session): void {
  holdSession(session);
  drawInto(place, <Frame />);
}

/** The assets as they are first seen: of the grid what the window shows. */
export function drawAssets(place: ParentNode & Node, page: AssetsPage, view: AssetsView): void {
  const head = place.querySelector(`.${pageClasses.listHead}`);
  const list = place.querySelector<HTMLElement>(`.${gridClasses.rows}`);
  if (head === null || list === null) return;
  drawInto(head, <span className={pageClasses.total}>{browseWords.count(page.total)}</span>);
  list.dataset['density'] = view.density ?? USUAL_DENSITY;
  const measure = measureGrid(list.clientWidth, view.density);
  list.style.height = `${Math.ceil(page.total / measure.columnCount) * measure.rowHeightPx}px`;
  const roomPx = window.innerHeight - list.getBoundingClientRect().top;
  const rowCount = Math.max(0, Math.ceil(roomPx / measure.rowHeightPx));
  drawInto(list, <Rows assets={page.items} {...{ rowCount, measure }} />);
}

function Frame() {
  return (
    <div className={frameClasses.frame}>
      <Navigation />
      <div className={frameClasses.bar} />
      <div className={pageClasses.page}>
        <div className={pageClasses.head}>
          <h1>{words.assets}</h1>
        </div>
        <div className={toolbarClasses.toolbar} />
        <div className={pageClasses.listHead} />
        <div className={gridClasses.rows} />
      </div>
    </div>
  );
}

type RowsProps = { assets: readonly Asset[]; rowCount: number; measure: GridMeasure };

function Rows({ assets, rowCount, measure }: RowsProps) {
  const { columnCount, rowHeightPx, pictureRoomPx: roomPx } = measure;
  return Array.from({ length: rowCount }, (_, row) => (
    <div
      key={row}
      className={`${gridClasses.row} ${gridClasses.grid}`}
      style={{ ...lookOf(measure), top: row * rowHeightPx }}
    >
      {assets.slice(row * columnCount, (row + 1) * columnCount).map((asset) => (
        <div key={asset.id}>
          <AssetTile asset={asset} isSelected={false} {...{ roomPx }} hasPicture actions={NO_ACTIONS} />
        </div>
      ))}
    </div>
  ));
}
