import { useEffect, useEffectEvent } from 'react';
import type { RefObject } from 'react';
import { partOfPage } from '../../shared/api/part-of-page.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import type { AssetActions } from './asset-actions.ts';
import type { FramedGrid } from './framed-indices.ts';

const frames = partOfPage(async () => (await import('./draw-frame.ts')).drawFrames);

/** After what is looked at is drawn. */
const READY_AFTER_MS = 1_000;

type Options = {
  container: RefObject<HTMLElement | null>;
  assets: readonly (Asset | undefined)[];
  grid: Omit<FramedGrid, 'count'>;
  actions: AssetActions;
};

/** A frame that is drawn over the list with the mouse adds what it touches to the selection. */
export function useFrame({ container, assets, grid, actions }: Options): void {
  const gridNow = useEffectEvent(() => ({ ...grid, count: assets.length }));
  const choose = useEffectEvent((indices: readonly number[], isBeginning: boolean) =>
    actions.onFrame(
      indices.flatMap((index) => assets[index] ?? []),
      isBeginning,
    ),
  );

  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const listen = async () => {
      const drawFrames = await frames.read().catch(withoutFrames);
      const element = container.current;
      if (drawFrames === null || element === null || signal.aborted) return;
      drawFrames({
        ...{ container: element, signal },
        grid: () => gridNow(),
        onBegin: () => choose([], true),
        onFrame: (indices) => choose(indices, false),
      });
    };
    const timer = setTimeout(() => void listen(), READY_AFTER_MS);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, [container]);
}

/** Without a connection there are none: all else that selects is there. */
function withoutFrames(): null {
  return null;
}
