import { Checkbox, Select, TextInput } from '@mantine/core';
import type { NewToken } from './api-tokens-api.ts';
import classes from './api-tokens.module.css';
import { words } from './words.ts';

const SCOPES = ['read', 'download', 'share'] as const;
const DURATIONS_DAYS = [7, 30, 90, 365];
const NAME_LENGTH_MAX = 100;

type Props = {
  draft: NewToken;
  /** Whether it was to be made already: only then it says what is missing. */
  isTried: boolean;
  onChange: (draft: NewToken) => void;
};

export function TokenFields({ draft, isTried, onChange }: Props) {
  return (
    <>
      <TextInput
        label={words.name}
        description={words.nameWords}
        maxLength={NAME_LENGTH_MAX}
        data-autofocus
        value={draft.name}
        error={isTried && draft.name.trim() === '' ? words.nameMissing : null}
        onChange={(event) => onChange({ ...draft, name: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={words.scopes}
        value={draft.scopes}
        error={isTried && draft.scopes.length === 0 ? words.scopesMissing : null}
        onChange={(scopes) => onChange({ ...draft, scopes })}
      >
        <div className={classes.scopes}>
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={words[scope]} />
          ))}
        </div>
      </Checkbox.Group>
      <Select
        label={words.duration}
        allowDeselect={false}
        data={DURATIONS_DAYS.map((days) => ({ value: String(days), label: words.days(days) }))}
        value={String(draft.durationDays)}
        onChange={(days) => onChange({ ...draft, durationDays: Number(days) })}
      />
    </>
  );
}
