import { useId } from 'react';
import { LANGUAGES } from '../words/language.ts';
import type { Language } from '../words/language.ts';
import classes from './mail-language.module.css';
import { words } from './words.ts';

type Props = { value: Language; onChange: (language: Language) => void };

/** What the mail is written in; each language by its own name. */
export function MailLanguage({ value, onChange }: Props) {
  const id = useId();
  return (
    <div className={classes.row}>
      <label htmlFor={id}>{words.mailLanguage}</label>
      <select
        id={id}
        className={classes.select}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => onChange(currentTarget.value as Language)}
      >
        {Object.entries(LANGUAGES).map(([code, name]) => (
          <option key={code} value={code} lang={code}>
            {name}
          </option>
        ))}
      </select>
      <span id={`${id}-hint`} className={classes.hint}>
        {words.mailLanguageHint}
      </span>
    </div>
  );
}
