import { Loader } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { ToldChanges } from '../../shared/ui/told-changes.tsx';
import { locale } from '../../shared/words/language.ts';
import classes from './preview-picture.module.css';
import type { Through } from './preview-asset-api.ts';
import { useDrag } from './use-drag.ts';
import { useFinerPicture } from './use-finer-picture.ts';
import { useZoom } from './use-zoom.ts';
import { words } from './words.ts';
import { CLOSER_SCALE, SCALES } from './zoom.ts';

const factor = new Intl.NumberFormat(locale);

/** Much longer than it takes on a poor line: nothing will come any more. */
const READ_WITHIN_MS = 60_000;

type Props = {
  asset: Asset;
  url: string;
  /** Through what the file itself is had, where that has more to look at than what is shown of it. */
  through?: Through;
  frame: CSSProperties;
  /** Where it is more than the asset’s title. */
  alt?: string;
  onRead?: () => void;
  onFailed?: () => void;
};

/**
 * A press looks closer at what was pressed, and the next one at the whole again. Who looks closer sees all the pixels that
 * there are as soon as they are read, and so many as the screen has are read for who only looks.
 */
export function ZoomedPicture(props: Props) {
  const { asset, url, through, frame, alt = asset.title, onRead, onFailed } = props;
  const [isRead, setRead] = useState(false);
  const [bounds, setBounds] = useState<CSSProperties>({});
  useTimeLimit(!isRead, onFailed);
  const placeRef = useRef<HTMLDivElement>(null);
  const pictureRef = useRef<HTMLImageElement>(null);
  const { zoom, scale, zoomTo, step } = useZoom(placeRef, pictureRef);
  const finest = useFinerPicture({ asset, url, through, pictureRef, isRead, isZoomed: zoom !== null });
  const drag = useDrag({ placeRef, onPress: (at) => zoomTo(scale === 1 ? CLOSER_SCALE : 1, at) });
  useHotkeys([
    // With Shift or without, as the keyboard has it.
    ['plus', () => step('in')],
    ['shift+plus', () => step('in')],
    ['minus', () => step('out')],
    ['0', () => zoomTo(1)],
  ]);
  return (
    <div className={classes.zoom}>
      <div ref={placeRef} className={classes.place} data-zoomed={zoom !== null || undefined} {...drag}>
        <img
          ref={pictureRef}
          className={classes.picture}
          data-read={isRead || undefined}
          src={finest.url}
          style={{ ...frame, ...(zoom === null ? bounds : zoom.size) }}
          alt={alt}
          draggable={false}
          onLoad={({ currentTarget }) => {
            if (!isRead) setBounds(boundsOf(currentTarget, frame));
            setRead(true);
            onRead?.();
          }}
          onError={onFailed}
        />
      </div>
      <ZoomControls scale={scale} isReading={finest.isReading} onStep={step} />
    </div>
  );
}

/** What is as large as its pixels stays so when one with more of them takes its place. */
const boundsOf = (
  { naturalWidth, naturalHeight }: HTMLImageElement,
  { width }: CSSProperties,
): CSSProperties =>
  width === undefined
    ? { maxWidth: `min(100%, ${naturalWidth}px)`, maxHeight: `min(100%, ${naturalHeight}px)` }
    : {};

/** A browser waits for a picture for ever. */
function useTimeLimit(isWaiting: boolean, onOver: (() => void) | undefined): void {
  const over = useEffectEvent(() => onOver?.());
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(over, READ_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
}

type ControlsProps = { scale: number; isReading: boolean; onStep: (direction: 'in' | 'out') => void };

function ZoomControls({ scale, isReading, onStep }: ControlsProps) {
  const times = words.times(factor.format(scale));
  return (
    <div className={classes.controls} role="group" aria-label={words.zoom} aria-busy={isReading}>
      <IconAction label={words.zoomOut} isDisabled={scale === SCALES[0]} onClick={() => onStep('out')}>
        <IconMinus size={18} stroke={1.5} aria-hidden />
      </IconAction>
      <span className={classes.scale}>{times}</span>
      {isReading ? (
        <span className={classes.reading} aria-hidden>
          <Loader size={14} />
        </span>
      ) : null}
      <ToldChanges of={scale} text={times} />
      <IconAction label={words.zoomIn} isDisabled={scale === SCALES.at(-1)} onClick={() => onStep('in')}>
        <IconPlus size={18} stroke={1.5} aria-hidden />
      </IconAction>
    </div>
  );
}
