import { useCallback, useEffect, useRef, useState } from 'react';
import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { tellError } from '../../shared/notices/notice.ts';
import type { SelectionActions } from './use-selection.ts';

type Options = {
  selecting: SelectionActions;
  /** Reads everything that is listed, part after part, also what was not scrolled to. */
  readAll: (signal: AbortSignal, onPart: (assets: SelectedAsset[]) => void) => Promise<void>;
};

export type SelectAll = {
  /** How many there are to be, while it reads. */
  total: number | null;
  start: (total: number) => void;
  stop: () => void;
};

/** Selects everything of a list. What was read until it is stopped stays selected. */
export function useSelectAll({ selecting, readAll }: Options): SelectAll {
  const [total, setTotal] = useState<number | null>(null);
  const running = useRef(new AbortController());
  // Whoever leaves the page wants no more of it.
  useEffect(() => () => running.current.abort(), []);

  async function read(signal: AbortSignal) {
    try {
      await readAll(signal, (assets) => {
        if (!signal.aborted) selecting.add(assets);
      });
    } catch (error) {
      if (!signal.aborted) tellError(error);
    }
    if (!signal.aborted) setTotal(null);
  }

  const stop = useCallback(() => {
    running.current.abort();
    setTotal(null);
  }, []);
  return {
    ...{ total, stop },
    start: (wanted) => {
      running.current.abort();
      running.current = new AbortController();
      setTotal(wanted);
      void read(running.current.signal);
    },
  };
}
