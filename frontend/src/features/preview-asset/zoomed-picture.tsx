import { useHotkeys } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { CSSProperties } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { ToldChanges } from '../../shared/ui/told-changes.tsx';
import { locale } from '../../shared/words/language.ts';
import classes from './preview-picture.module.css';
import { useDrag } from './use-drag.ts';
import { useZoom } from './use-zoom.ts';
import { words } from './words.ts';
import { CLOSER_SCALE, SCALES } from './zoom.ts';

const factor = new Intl.NumberFormat(locale);

/** Much longer than it takes on a poor line: nothing will come any more. */
const READ_WITHIN_MS = 60_000;

type Props = {
  asset: Asset;
  url: string;
  frame: CSSProperties;
  /** Where it is more than the asset’s title. */
  alt?: string;
  onRead?: () => void;
  onFailed?: () => void;
};

/** A press looks closer at what was pressed, and the next one at the whole again. */
export function ZoomedPicture({ asset, url, frame, alt = asset.title, onRead, onFailed }: Props) {
  const [isRead, setRead] = useState(false);
  useTimeLimit(!isRead, onFailed);
  const placeRef = useRef<HTMLDivElement>(null);
  const pictureRef = useRef<HTMLImageElement>(null);
  const { zoom, scale, zoomTo, step } = useZoom(placeRef, pictureRef);
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
          src={url}
          style={{ ...frame, ...zoom?.size }}
          alt={alt}
          draggable={false}
          onLoad={() => {
            setRead(true);
            onRead?.();
          }}
          onError={onFailed}
        />
      </div>
      <ZoomControls scale={scale} onStep={step} />
    </div>
  );
}

/** A browser waits for a picture for ever. */
function useTimeLimit(isWaiting: boolean, onOver: (() => void) | undefined): void {
  const over = useEffectEvent(() => onOver?.());
  useEffect(() => {
    if (!isWaiting) return undefined;
    const timer = setTimeout(over, READ_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [isWaiting]);
}

function ZoomControls({ scale, onStep }: { scale: number; onStep: (direction: 'in' | 'out') => void }) {
  const times = words.times(factor.format(scale));
  return (
    <div className={classes.controls} role="group" aria-label={words.zoom}>
      <IconAction label={words.zoomOut} isDisabled={scale === SCALES[0]} onClick={() => onStep('out')}>
        <IconMinus size={18} stroke={1.5} aria-hidden />
      </IconAction>
      <span className={classes.scale}>{times}</span>
      <ToldChanges of={scale} text={times} />
      <IconAction label={words.zoomIn} isDisabled={scale === SCALES.at(-1)} onClick={() => onStep('in')}>
        <IconPlus size={18} stroke={1.5} aria-hidden />
      </IconAction>
    </div>
  );
}
