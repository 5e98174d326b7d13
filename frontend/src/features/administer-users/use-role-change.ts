import type { User } from '../../shared/administration/administration-api.ts';
import { tell, tellError, tellUndoable } from '../../shared/notices/notice.ts';
import { useChangeUser } from './administer-users-api.ts';
import { words } from './words.ts';

// By promises: what is told to the call itself is forgotten with the next one, and with the page.

/** Gives or takes the role of administrator and says what that means, with a way back. */
export function useRoleChange() {
  const change = useChangeUser();
  async function setRole(user: User, isAdministrator: boolean): Promise<void> {
    await change.mutateAsync({ id: user.id, isAdministrator });
    tellUndoable(isAdministrator ? words.nowAdministrator(user.name) : words.noAdministrator(user.name), {
      details: isAdministrator ? words.nowAdministratorWords : words.noAdministratorWords,
      label: words.undo,
      undo: () => setRole(user, !isAdministrator),
    });
  }
  return (user: User, isAdministrator: boolean) => void setRole(user, isAdministrator).catch(tellError);
}

export function useEnabling() {
  const change = useChangeUser();
  return ({ id, name }: User) =>
    void change
      .mutateAsync({ id, isEnabled: true })
      .then(() => tell(words.wasEnabled(name), { details: words.wasEnabledWords }))
      .catch(tellError);
}
