import { sentenceFor } from '../api/error-words.ts';
import { tellFailure } from '../notices/notice.ts';
import { useIsThere } from './use-is-there.ts';

type Outcome<Answer> = {
  /** Tells what was done: in any case. */
  tell?: (answer: Answer) => void;
  /** Where the dialog is open still, such as closing it. */
  there?: (answer: Answer) => void;
  /** Where it was closed meanwhile, and would have shown more than is told. */
  closed?: (answer: Answer) => void;
  /** What failed, where the dialog is open still and does not show that by itself. */
  failed?: (error: unknown) => void;
  /** Why it failed, for whoever closed the dialog: where there is more to say than the error says of itself. */
  reasonOf?: (error: unknown) => string | null;
};

/**
 * Follows an act to its end: whoever closed its dialog meanwhile hears of it too, also that it failed. Each of several acts
 * has an outcome of its own, where a mutation's own callbacks are for the last one only, and for nobody who left.
 */
export function useOutcome(): <Answer>(act: Promise<Answer>, outcome: Outcome<Answer>) => void {
  const isThere = useIsThere();
  return (act, { tell, there, closed, failed, reasonOf }) => {
    act.then(
      (answer) => {
        tell?.(answer);
        if (isThere()) there?.(answer);
        else closed?.(answer);
      },
      (error: unknown) => {
        if (isThere()) failed?.(error);
        else tellFailure(reasonOf?.(error) ?? sentenceFor(error));
      },
    );
  };
}
