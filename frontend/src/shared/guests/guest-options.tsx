import { Combobox } from '@mantine/core';
import { IconMail, IconUser } from '@tabler/icons-react';
import classes from './guest-field.module.css';
import type { GuestOption } from './guest-suggestions.ts';
import type { SuggestionState } from './use-suggestions.ts';
import { words } from './words.ts';

type Props = { options: readonly GuestOption[]; state: SuggestionState };

export function GuestOptions({ options, state }: Props) {
  return (
    <Combobox.Options aria-label={words.suggestions}>
      {options.map(({ email, user }) => (
        <Combobox.Option key={email} value={email} className={classes.option}>
          {user === null ? (
            <IconMail size={18} stroke={1.5} aria-hidden />
          ) : (
            <IconUser size={18} stroke={1.5} aria-hidden />
          )}
          <span className={classes.who}>
            <span className={classes.name}>{nameOf({ email, user })}</span>
            <span className={classes.address}>{user?.email ?? words.external}</span>
          </span>
        </Combobox.Option>
      ))}
      {state === 'searching' ? <Combobox.Empty>{words.searching}</Combobox.Empty> : null}
      {state === 'failed' ? <Combobox.Empty>{words.searchFailed}</Combobox.Empty> : null}
      {state === 'nobody' ? <Combobox.Empty>{words.nobodyFound}</Combobox.Empty> : null}
    </Combobox.Options>
  );
}

/** The same for whoever hears it: how many there are, and which one Enter takes. */
export function wordsOnSuggestions(options: readonly GuestOption[], state: SuggestionState): string | null {
  const [first] = options;
  if (first !== undefined) return words.suggested(options.length, nameOf(first));
  if (state === 'failed') return words.searchFailed;
  return state === 'nobody' ? words.nobodyFound : null;
}

function nameOf({ email, user }: GuestOption): string {
  return user?.name ?? words.invite(email);
}
