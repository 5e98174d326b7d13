import { formatList } from '../format/format-list.ts';
import type { Invitation } from './invitation.ts';
import { nameOfGuest } from './picked-guests.ts';
import { words } from './words.ts';

/** What stands in the way, as a sentence at the field. */
export function problemWords({ problem, picked }: Invitation): string | null {
  if (problem === null) return null;
  if (problem.kind === 'nobody') return words.nobody;
  if (problem.kind === 'wrong') return words.wrong(formatList(problem.parts));
  const sentences = problem.refused.map(({ guest, reason }) =>
    words.refused(nameOfGuest(picked, guest), words.reasons[reason]),
  );
  return sentences.join('; ');
}
