import type { User } from '../../shared/administration/administration-api.ts';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { useChangeUser } from './administer-users-api.ts';
import { words } from './words.ts';

/** Gives or takes the role of administrator and says what that means, with a way back. */
export function useRoleChange() {
  const change = useChangeUser();
  return function setRole(user: User, isAdministrator: boolean) {
    change.mutate(
      { id: user.id, isAdministrator },
      {
        onSuccess: () =>
          tell(isAdministrator ? words.nowAdministrator(user.name) : words.noAdministrator(user.name), {
            details: isAdministrator ? words.nowAdministratorWords : words.noAdministratorWords,
            action: { label: words.undo, isUndo: true, onClick: () => setRole(user, !isAdministrator) },
          }),
        onError: tellError,
      },
    );
  };
}

export function useEnabling() {
  const change = useChangeUser();
  return ({ id, name }: User) =>
    change.mutate(
      { id, isEnabled: true },
      {
        onSuccess: () => tell(words.wasEnabled(name), { details: words.wasEnabledWords }),
        onError: tellError,
      },
    );
}
