import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import type { SyntheticEvent } from 'react';
import type { Playback } from './playback.ts';

type Options = {
  playback: Playback;
  /** Where its bytes are; null while that is being asked for. */
  url: string | null;
  /** The address gives nothing any more: another one is wanted. */
  onLost: () => void;
  /** The browser does not know what it is. */
  onUnknown: () => void;
};

/** What is pressed by the space bar itself. */
const PRESSED = ['INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'A'];
const PLAYERS = ['VIDEO', 'AUDIO'];

/** The player of the browser at an address; at another one it goes on where it was. */
export function usePlayer<Player extends HTMLMediaElement>(options: Options) {
  const { url, playback } = options;
  const ref = useRef<Player>(null);
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
  // A player without an address takes no keys: what is pressed meanwhile counts as soon as there is one.
  const toggle = () => {
    playback.want(!playback.isWanted());
    if (url !== null && ref.current !== null) followWish(ref.current, playback);
  };
  useHotkeys([['Space', toggle]], url === null ? PRESSED : [...PRESSED, ...PLAYERS]);
  return {
    ref,
    controls: url !== null,
    'aria-busy': url === null,
    // It would save the file by the address for playing, and nobody would be told.
    controlsList: 'nodownload',
    playsInline: true,
    preload: 'metadata',
    // So that it is reached by Tab within a dialog.
    tabIndex: url === null ? -1 : 0,
    ...listenersOf<Player>(options),
  } as const;
}

function listenersOf<Player extends HTMLMediaElement>({ playback, onLost, onUnknown }: Options) {
  type Told = SyntheticEvent<Player>;
  return {
    onLoadedMetadata: ({ currentTarget }: Told) => {
      playback.load();
      if (playback.time() > 0) currentTarget.currentTime = playback.time();
      followWish(currentTarget, playback);
    },
    onPlay: () => playback.want(true),
    onPause: ({ currentTarget }: Told) => {
      // One that is emptied pauses too, and not because somebody wants it.
      if (hasSomething(currentTarget)) playback.want(false);
    },
    onTimeUpdate: ({ currentTarget }: Told) => {
      if (hasSomething(currentTarget)) playback.reach(currentTarget.currentTime);
    },
    onError: ({ currentTarget: { error } }: Told) => {
      if (error?.code !== MediaError.MEDIA_ERR_DECODE && playback.renew()) onLost();
      else onUnknown();
    },
  };
}

function hasSomething({ readyState, error }: HTMLMediaElement): boolean {
  return readyState !== HTMLMediaElement.HAVE_NOTHING && error === null;
}

/** A browser that lets nothing be played without a press leaves it at rest, with its own controls to press. */
function followWish(player: HTMLMediaElement, { isWanted }: Playback): void {
  if (isWanted()) void player.play().catch(() => undefined);
  else player.pause();
}
