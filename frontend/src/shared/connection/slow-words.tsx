import { TextAction } from '../ui/text-action.tsx';
import { stopWaiting } from './answers.ts';
import { words } from './words.ts';

/** What is said of an answer that is long in coming, with a way to go on without it. */
export function SlowWords() {
  return (
    <>
      {words.slow} <TextAction onClick={stopWaiting}>{words.stopWaiting}</TextAction>
    </>
  );
}
