import type { User } from '../../shared/administration/administration-api.ts';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { tellUndoable } from '../../shared/notices/undo.ts';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useChangeUser } from './administer-users-api.ts';
import { words } from './words.ts';

// By promises: what is told to the call itself is forgotten with the next one, and with the page.

/** Gives or takes the role of administrator and says what that means, with a way back. */
export function useRoleChange() {
  const change = useChangeUser();
  const follow = useOutcome();
  const save = (user: User, isAdministrator: boolean) => change.mutateAsync({ id: user.id, isAdministrator });
  const told = (user: User, isAdministrator: boolean): void =>
    tellUndoable(isAdministrator ? words.nowAdministrator(user.name) : words.noAdministrator(user.name), {
      details: isAdministrator ? words.nowAdministratorWords : words.noAdministratorWords,
      label: words.undo,
      undo: () => save(user, !isAdministrator).then(() => told(user, !isAdministrator)),
    });
  return (user: User, isAdministrator: boolean) =>
    follow(save(user, isAdministrator), { tell: () => told(user, isAdministrator), failed: tellError });
}

export function useEnabling() {
  const change = useChangeUser();
  const follow = useOutcome();
  return ({ id, name }: User) =>
    follow(change.mutateAsync({ id, isEnabled: true }), {
      tell: () => tell(words.wasEnabled(name), { details: words.wasEnabledWords }),
      failed: tellError,
    });
}
