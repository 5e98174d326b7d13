import { IconChevronDown } from '@tabler/icons-react';
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
      <span className={classes.place}>
        <select
          id={id}
          className={`${classes.select} field`}
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
        <IconChevronDown size={16} stroke={1.5} aria-hidden />
      </span>
      <span id={`${id}-hint`} className={classes.hint}>
        {words.mailLanguageHint}
      </span>
    </div>
  );
}
