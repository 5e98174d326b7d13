import { useState } from 'react';
import { itemsIn, useManagedDomains, useMembership } from '../../shared/administration/administration-api.ts';
import type { User } from '../../shared/administration/administration-api.ts';
import { ListAround } from '../../shared/administration/list-around.tsx';
import { MembershipDialog } from '../../shared/administration/membership-dialog.tsx';
import { words } from './words.ts';

/** Which domains a user belongs to. */
export function UserDomainsDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [q, setQ] = useState('');
  const query = useManagedDomains({ q, isHeld: true });
  const membership = useMembership();
  const theirs = new Set(user.domains.map(({ id }) => id));
  const domains = itemsIn(query.data?.pages);

  return (
    <MembershipDialog
      title={words.domainsTitle(user.name)}
      consequence={
        user.isAdministrator ? words.administratorConsequence(user.name) : words.domainsConsequence(user.name)
      }
      search={{ label: words.searchDomains, text: q, onSearch: setQ }}
      candidates={domains.map(({ id, name }) => ({ id, name, isMember: theirs.has(id) }))}
      empty={{ title: words.noDomainTitle, words: words.noDomainWords }}
      around={<ListAround list={query} label={words.loading} />}
      isSettled={query.isSuccess}
      onToggle={({ id }, isMember) => membership.mutateAsync({ domainId: id, userId: user.id, isMember })}
      onClose={onClose}
    />
  );
}
