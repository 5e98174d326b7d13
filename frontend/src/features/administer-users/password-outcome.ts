import { tell } from '../../shared/notices/notice.ts';
import { words } from './words.ts';

type Set = { password: string | null };
type Told = { sentence: string; onMade: (password: string) => void; onClose: () => void };

/** What came of setting a password: one that was made is shown once, and where its dialog was closed, nobody saw it. */
export function passwordOutcome({ sentence, onMade, onClose }: Told) {
  return {
    tell: ({ password }: Set) => (password === null ? tell(sentence) : undefined),
    there: ({ password }: Set) => (password === null ? onClose() : onMade(password)),
    closed: ({ password }: Set) =>
      password === null ? undefined : tell(sentence, { details: words.passwordUnseen }),
  };
}
