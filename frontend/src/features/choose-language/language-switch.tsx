import { LANGUAGES, language, speak } from '../../shared/words/language.ts';
import type { Language } from '../../shared/words/language.ts';
import classes from './language-switch.module.css';

const OTHERS = Object.entries(LANGUAGES).filter(([code]) => code !== language);

/** The other languages, each by its own name, for who has no menu of their own. */
export function LanguageSwitch({ onChoose = speak }: { onChoose?: (chosen: Language) => void }) {
  return OTHERS.map(([code, name]) => (
    <button
      key={code}
      type="button"
      lang={code}
      className={classes.button}
      onClick={() => onChoose(code as Language)}
    >
      {name}
    </button>
  ));
}
