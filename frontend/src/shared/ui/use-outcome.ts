import { tellError } from '../notices/notice.ts';
import { useIsThere } from './use-is-there.ts';

type Outcome<Answer> = {
  /** Tells what was done: in any case. */
  tell: (answer: Answer) => void;
  /** Where the dialog is open still, such as closing it. */
  there: (answer: Answer) => void;
  /** The same for what failed, if its dialog does not show that by itself. */
  failed?: (error: unknown) => void;
};

/** Follows an act of a dialog to its end: whoever closed the dialog meanwhile hears of it too, also that it failed. */
export function useOutcome(): <Answer>(act: Promise<Answer>, outcome: Outcome<Answer>) => void {
  const isThere = useIsThere();
  return (act, { tell, there, failed }) => {
    act.then(
      (answer) => {
        tell(answer);
        if (isThere()) there(answer);
      },
      (error: unknown) => {
        if (isThere()) failed?.(error);
        else tellError(error);
      },
    );
  };
}
