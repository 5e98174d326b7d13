import { useMutation } from '@tanstack/react-query';
import type { DomainPolicy } from '@vitrine/contracts';
import { useRefresh } from '../../shared/administration/administration-api.ts';
import { useAttempt } from '../../shared/api/attempt.ts';
import { api } from '../../shared/api/client.ts';

/** Makes a domain, or renames the one that has the id. */
export function useSaveDomain() {
  const refresh = useRefresh();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: ({ id, name }: { id: string | null; name: string }) =>
      id === null
        ? attempt((options) => api.administration.createDomain({ name }, options))
        : api.administration.renameDomain({ id, name }),
    onSuccess: refresh,
  });
}

/** Changes parts of what a domain asks for; the rest stays as it is. */
export function useSaveDomainPolicy(id: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (changes: Partial<DomainPolicy>) => api.administration.changeDomainPolicy({ id, ...changes }),
    onSuccess: refresh,
  });
}
