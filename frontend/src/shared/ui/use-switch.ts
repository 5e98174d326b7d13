import { useRef, useState } from 'react';
import { tellError } from '../notices/notice.ts';

type Switch<Answer> = {
  isOn: boolean;
  /** Those of one switch are to be done one after the other. */
  change: (isOn: boolean) => Promise<Answer>;
  tell: (isOn: boolean, answer: Answer) => void;
  failed?: (isOn: boolean, error: unknown) => void;
};

/**
 * A switch that shows at once what is wanted of it: of several presses the last one counts, and is told, also to whoever
 * left the page.
 */
export function useSwitch<Answer>({ isOn, change, tell, failed = failedAnyway }: Switch<Answer>) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const lastPress = useRef(0);

  function set(isWanted: boolean) {
    const press = ++lastPress.current;
    const isLast = () => press === lastPress.current;
    const settle = () => (isLast() ? setWanted(null) : undefined);
    setWanted(isWanted);
    change(isWanted)
      .finally(settle)
      .then(
        (answer) => (isLast() ? tell(isWanted, answer) : undefined),
        (error: unknown) => failed(isWanted, error),
      );
  }

  return { isOn: wanted ?? isOn, set };
}

function failedAnyway(_isOn: boolean, error: unknown) {
  tellError(error);
}
