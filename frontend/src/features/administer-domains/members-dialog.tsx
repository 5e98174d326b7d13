import { useState } from 'react';
import { itemsIn, useManagedUsers, useMembership } from '../../shared/administration/administration-api.ts';
import type { Domain, User } from '../../shared/administration/administration-api.ts';
import { ListAround } from '../../shared/administration/list-around.tsx';
import { MembershipDialog } from '../../shared/administration/membership-dialog.tsx';
import { words } from './words.ts';

type Props = { domain: Pick<Domain, 'id' | 'name'>; onClose: () => void };

/** Who belongs to a domain; whoever is searched for can be added. */
export function MembersDialog({ domain, onClose }: Props) {
  const [q, setQ] = useState('');
  const query = useManagedUsers({ q, isHeld: true, ...(q === '' ? { domainId: domain.id } : {}) });
  const membership = useMembership();
  const users = itemsIn(query.data?.pages);

  return (
    <MembershipDialog
      title={words.membersOf(domain.name)}
      consequence={words.membersConsequence(domain.name)}
      search={{ label: words.searchUsers, text: q, onSearch: setQ }}
      candidates={users.map((user) => candidateOf(user, domain.id))}
      empty={
        q === ''
          ? { title: words.nobodyTitle(domain.name), words: words.nobodyWords }
          : { title: words.noMatchingUserTitle, words: words.noMatchingUserWords }
      }
      around={<ListAround list={query} label={words.loadingMembers} />}
      isSettled={query.isSuccess}
      onToggle={({ id }, isMember) => membership.mutateAsync({ domainId: domain.id, userId: id, isMember })}
      onClose={onClose}
    />
  );
}

function candidateOf({ id, name, email, isEnabled, domains }: User, domainId: string) {
  return {
    id,
    name,
    facts: isEnabled ? email : words.disabledUser(email),
    isMember: domains.some((domain) => domain.id === domainId),
  };
}
