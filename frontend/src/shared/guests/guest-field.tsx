import { Combobox, Pill, PillsInput, VisuallyHidden } from '@mantine/core';
import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import { GuestOptions, wordsOnSuggestions } from './guest-options.tsx';
import classes from './guest-field.module.css';
import { taken } from './invitation.ts';
import type { ChangeInvitation, Invitation } from './invitation.ts';
import { isList, withoutGuest } from './picked-guests.ts';
import { PickedPills } from './picked-pills.tsx';
import { problemWords } from './problem-words.ts';
import { useGuestCombobox } from './use-guest-combobox.ts';
import { words } from './words.ts';

type Props = {
  invitation: Invitation;
  onChange: ChangeInvitation;
  /** Who is never suggested: the person who invites. */
  ownEmail: string;
  ref: Ref<HTMLInputElement>;
};

/** Names guests: colleagues by search, others by address, as many as one likes. */
export function GuestField({ invitation, onChange, ownEmail, ref }: Props) {
  const { picked, text } = invitation;
  const { combobox, options, state, type, add, isEnterTaken } = useGuestCombobox(
    invitation,
    onChange,
    ownEmail,
  );
  return (
    <Combobox store={combobox} onOptionSubmit={add} offset={4}>
      <Combobox.DropdownTarget>
        <PillsInput
          label={words.field}
          description={words.hint}
          error={problemWords(invitation)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          className={classes.field}
        >
          <Pill.Group>
            <PickedPills
              picked={picked}
              onRemove={(email) =>
                onChange((held) => ({ ...held, picked: withoutGuest(held.picked, email), problem: null }))
              }
            />
            <Combobox.EventsTarget withExpandedAttribute>
              <PillsInput.Field
                ref={ref}
                data-autofocus
                value={text}
                autoComplete="off"
                onChange={(event) => type(event.currentTarget.value)}
                onKeyDown={(event) => handleKey(event, { held: invitation, isEnterTaken, onChange })}
                onPaste={(event) => handlePaste(event, onChange)}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Heard
        pickedCount={picked.length}
        suggestions={combobox.dropdownOpened ? wordsOnSuggestions(options, state) : null}
      />
      <Combobox.Dropdown>
        <GuestOptions options={options} state={state} />
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The first suggestion is chosen by Enter before anybody went to it. */
function Heard({ pickedCount, suggestions }: { pickedCount: number; suggestions: string | null }) {
  return (
    <>
      <VisuallyHidden role="status">{pickedCount === 0 ? null : words.picked(pickedCount)}</VisuallyHidden>
      <VisuallyHidden role="status">{suggestions}</VisuallyHidden>
    </>
  );
}

type KeyContext = { held: Invitation; isEnterTaken: () => boolean; onChange: ChangeInvitation };

/** Enter ends an address; Backspace at the beginning takes the last guest away. */
function handleKey(event: KeyboardEvent<HTMLInputElement>, { held, isEnterTaken, onChange }: KeyContext) {
  const text = event.currentTarget.value;
  const last = held.picked.at(-1);
  if (event.key === 'Backspace' && text === '' && last !== undefined) {
    onChange((now) => ({ ...now, picked: withoutGuest(now.picked, last.email) }));
  }
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  // One Enter too many sends no mails.
  event.preventDefault();
  if (text.trim() !== '' && !isEnterTaken()) onChange((now) => taken(now, text));
}

function handlePaste(event: ClipboardEvent<HTMLInputElement>, onChange: ChangeInvitation) {
  const pasted = event.clipboardData.getData('text');
  if (!isList(pasted)) return;
  event.preventDefault();
  onChange((held) => taken(held, `${held.text}\n${pasted}`));
}
