import type { CSSProperties } from 'react';
import { USUAL_DENSITY } from './assets-view.ts';
import type { Density } from './assets-view.ts';

const GAP_PX = 24;
const GAP_NARROW_PX = 12;
/** On a phone: three beside one another, two, or one. */
const COLUMN_MIN_PX: Record<Density, { wide: number; narrow: number }> = {
  compact: { wide: 140, narrow: 100 },
  comfortable: { wide: 200, narrow: 150 },
  spacious: { wide: 300, narrow: 240 },
};
const NARROW_PX = 640;
export const MAT_RATIO = 3 / 4;
/** Name and facts below the mat, and the space to the next row. */
const FOOT_PX = 46;
/** Between the mat's edge and the picture. */
const MAT_PADDING_PX = 12;
const ROW_GAP_PX = 20;
const ROOM_STEP_PX = 16;

/** A tile from which kind, size and day stand beside one another, however long they are. */
const THREE_FACTS_PX = 200;

export type GridMeasure = {
  columnCount: number;
  columnPx: number;
  gapPx: number;
  rowHeightPx: number;
  /** A row without the space to the next one. */
  itemPx: number;
  /** The room that a picture has on its mat; its width in steps, since tiles are drawn anew with it. */
  pictureHighPx: number;
  pictureRoomPx: number;
};

/** How many columns fit, and how high a row is: known before any picture is there, so that nothing jumps. */
export function measureGrid(widthPx: number, density: Density = USUAL_DENSITY): GridMeasure {
  const isNarrow = widthPx < NARROW_PX;
  const gapPx = isNarrow ? GAP_NARROW_PX : GAP_PX;
  const columnMinPx = COLUMN_MIN_PX[density][isNarrow ? 'narrow' : 'wide'];
  const columnCount = Math.max(1, Math.floor((widthPx + gapPx) / (columnMinPx + gapPx)));
  const columnPx = (widthPx - gapPx * (columnCount - 1)) / columnCount;
  const matPx = columnPx * MAT_RATIO;
  const itemPx = Math.round(matPx) + FOOT_PX;
  const pictureHighPx = matPx - 2 * MAT_PADDING_PX;
  const pictureRoomPx = Math.ceil((columnPx - 2 * MAT_PADDING_PX) / ROOM_STEP_PX) * ROOM_STEP_PX;
  const rowHeightPx = itemPx + ROW_GAP_PX;
  return { columnCount, columnPx, gapPx, rowHeightPx, itemPx, pictureHighPx, pictureRoomPx };
}

/** The same for the styles. What is too narrow for three facts on any tile has two on every one. */
export function lookOf({ columnCount, columnPx, gapPx, pictureHighPx }: GridMeasure): CSSProperties {
  return {
    '--columns': `repeat(${columnCount}, minmax(0, 1fr))`,
    '--column-gap': `${gapPx}px`,
    '--picture-high': `${pictureHighPx}px`,
    '--third-fact': columnPx < THREE_FACTS_PX ? 'none' : 'inline-block',
  } as CSSProperties;
}

/** Where the arrow keys lead from an item; null where there is nothing more in that direction. */
export function neighbourOf(index: number, key: string, count: number, columnCount: number): number | null {
  const targets: Partial<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index - columnCount,
    ArrowDown: index + columnCount,
    Home: 0,
    End: count - 1,
  };
  const next = targets[key] ?? -1;
  return next >= 0 && next < count ? next : null;
}
