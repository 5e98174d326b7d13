import { useEffect, useRef } from 'react';
import type { SyntheticEvent } from 'react';

type Options = {
  /** Where its bytes are; null while that is being asked for. */
  url: string | null;
  /** The address gives nothing any more: another one is wanted. */
  onLost: () => void;
  /** The browser does not know what it is. */
  onUnknown: () => void;
};

/** How often in a row another address is asked for. */
const RENEWALS_MAX = 3;

/** The player of the browser at an address; at another one it goes on where it was. */
export function usePlayer<Player extends HTMLMediaElement>({ url, onLost, onUnknown }: Options) {
  const ref = useRef<Player>(null);
  const was = useRef({ time: 0, isPlaying: false, hasLoaded: false, renewals: 0 });
  useEffect(() => {
    const player = ref.current;
    if (player === null || url === null) return undefined;
    player.src = url;
    return () => {
      // One that is out of the page would go on reading.
      player.removeAttribute('src');
      player.load();
    };
  }, [url]);
  return {
    ref,
    controls: true,
    // It would save the file by the address for playing, and nobody would be told.
    controlsList: 'nodownload',
    playsInline: true,
    preload: 'metadata',
    // So that it is reached by Tab within a dialog.
    tabIndex: 0,
    onLoadedMetadata: ({ currentTarget }: SyntheticEvent<Player>) => {
      was.current.hasLoaded = true;
      if (was.current.time > 0) currentTarget.currentTime = was.current.time;
      if (was.current.isPlaying) void currentTarget.play().catch(() => undefined);
    },
    onTimeUpdate: ({ currentTarget }: SyntheticEvent<Player>) => {
      // While it is emptied its time is 0.
      if (currentTarget.readyState === HTMLMediaElement.HAVE_NOTHING) return;
      was.current = {
        ...was.current,
        time: currentTarget.currentTime,
        isPlaying: !currentTarget.paused,
        renewals: 0,
      };
    },
    onError: ({ currentTarget: { error } }: SyntheticEvent<Player>) => {
      const isDecoding = error?.code === MediaError.MEDIA_ERR_DECODE;
      const { hasLoaded, renewals } = was.current;
      if (!hasLoaded || isDecoding || renewals === RENEWALS_MAX) {
        onUnknown();
        return;
      }
      was.current.renewals = renewals + 1;
      onLost();
    },
  } as const;
}
