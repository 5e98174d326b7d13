import type { User } from '../../shared/administration/administration-api.ts';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { beginUndoable } from '../../shared/notices/undo.ts';
import { useOnceEach } from '../../shared/ui/use-once-each.ts';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useChangeUser } from './administer-users-api.ts';
import { words } from './words.ts';

// By promises: what is told to the call itself is forgotten with the next one, and with the page.

/** Gives or takes the role of administrator and says what that means, with a way back. */
export function useRoleChange() {
  const change = useChangeUser();
  const follow = useOutcome();
  const begin = useOnceEach();
  const save = async (user: User, isAdministrator: boolean): Promise<() => void> => {
    const act = beginUndoable();
    await change.mutateAsync({ id: user.id, isAdministrator }).catch((error: unknown) => {
      act.giveUp();
      throw error;
    });
    return () =>
      act.tell(isAdministrator ? words.nowAdministrator(user.name) : words.noAdministrator(user.name), {
        details: isAdministrator ? words.nowAdministratorWords : words.noAdministratorWords,
        label: words.undo,
        undo: () => save(user, !isAdministrator).then((tellIt) => tellIt()),
      });
  };
  return (user: User, isAdministrator: boolean) =>
    begin(user.id, () => {
      const saving = save(user, isAdministrator);
      follow(saving, { tell: (tellIt) => tellIt(), failed: tellError });
      return saving;
    });
}

export function useEnabling() {
  const change = useChangeUser();
  const follow = useOutcome();
  const begin = useOnceEach();
  return ({ id, name }: User) =>
    begin(id, () => {
      const saving = change.mutateAsync({ id, isEnabled: true });
      follow(saving, {
        tell: () => tell(words.wasEnabled(name), { details: words.wasEnabledWords }),
        failed: tellError,
      });
      return saving;
    });
}
