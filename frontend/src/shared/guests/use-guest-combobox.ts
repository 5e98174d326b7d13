import { useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { taken } from './invitation.ts';
import type { ChangeInvitation, Invitation } from './invitation.ts';
import { withUser } from './picked-guests.ts';
import { useSuggestions } from './use-suggestions.ts';

/** What typing and choosing in the field of the guests does. */
export function useGuestCombobox(invitation: Invitation, onChange: ChangeInvitation, ownEmail: string) {
  const { options, state } = useSuggestions(invitation, ownEmail);
  const [isOpen, setOpen] = useState(false);
  // What stands in the way is told below the field: suggestions would lie over it.
  const isOffering = isOpen && state !== 'silent' && invitation.problem === null;
  const combobox = useCombobox({ opened: isOffering, onOpenedChange: setOpen });
  const { selectFirstOption, resetSelectedOption } = combobox;

  useEffect(() => {
    if (options.length > 0) selectFirstOption();
    else resetSelectedOption();
  }, [options, selectFirstOption, resetSelectedOption]);

  function type(wanted: string) {
    // A comma ends an address. Asked here, as keyboards on glass tell no keys.
    const isEnded = /[,;]\s*$/.test(wanted);
    onChange((held) => (isEnded ? taken(held, wanted) : { ...held, text: wanted, problem: null }));
    setOpen(!isEnded);
  }

  function add(email: string) {
    const user = options.find((option) => option.email === email)?.user;
    onChange((held) =>
      user ? { ...held, picked: withUser(held.picked, user), text: '', problem: null } : taken(held, email),
    );
    setOpen(false);
  }

  // What is highlighted is for Enter to pick, and while a name is searched for Enter waits.
  const isEnterTaken = () =>
    combobox.getSelectedOptionIndex() !== -1 || (state === 'searching' && !invitation.text.includes('@'));

  return { combobox, options, state, type, add, isEnterTaken };
}
