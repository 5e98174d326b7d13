import { useMutation } from '@tanstack/react-query';
import { useRefresh } from '../../shared/administration/administration-api.ts';
import type { User } from '../../shared/administration/administration-api.ts';
import { api } from '../../shared/api/client.ts';

type NewUser = {
  name: string;
  email: string;
  isAdministrator: boolean;
  domainIds: string[];
  password?: string;
};
type Changes = Partial<Pick<User, 'name' | 'isAdministrator' | 'isEnabled'>>;

export function useCreateUser() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (user: NewUser) => api.administration.createUser(user),
    onSuccess: refresh,
  });
}

/** Renames a user, gives or takes the role, disables or enables. */
export function useChangeUser() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id, ...changes }: { id: string } & Changes) =>
      api.administration.changeUser({ id, ...changes }),
    onSuccess: refresh,
  });
}

/** Sets a password, or one that is made and told this once. */
export function useSetPassword() {
  return useMutation({
    mutationFn: (wanted: { id: string; password?: string }) => api.administration.setPassword(wanted),
  });
}
