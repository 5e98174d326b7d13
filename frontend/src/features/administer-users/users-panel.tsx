import { Button } from '@mantine/core';
import { useState } from 'react';
import { itemsIn, useManagedUsers } from '../../shared/administration/administration-api.ts';
import type { User } from '../../shared/administration/administration-api.ts';
import { ListSearch } from '../../shared/administration/list-search.tsx';
import { RowsSkeleton } from '../../shared/administration/rows-skeleton.tsx';
import rows from '../../shared/administration/rows.module.css';
import { useSession } from '../../shared/session/session-api.ts';
import { PageState } from '../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import { ReadMore } from '../../shared/ui/read-more.tsx';
import { OpenUserDialog } from './open-user-dialog.tsx';
import type { OpenUser } from './open-user-dialog.tsx';
import { useEnabling, useRoleChange } from './use-role-change.ts';
import type { UserAct } from './user-menu.tsx';
import { UserRow } from './user-row.tsx';
import { words } from './words.ts';

type Props = { q: string; onSearch: (q: string) => void };

/** The Users tab: everybody of the account, and the way to add somebody. */
export function UsersPanel({ q, onSearch }: Props) {
  const [open, setOpen] = useState<OpenUser | null>(null);
  return (
    <>
      <div className={rows.bar}>
        <ListSearch className={rows.search} label={words.search} text={q} onSearch={onSearch} />
        <Button onClick={() => setOpen({ what: 'new' })}>{words.newUser}</Button>
      </div>
      <Users q={q} onShowAll={() => onSearch('')} onOpen={setOpen} />
      <OpenUserDialog open={open} onClose={() => setOpen(null)} />
    </>
  );
}

type UsersProps = { q: string; onShowAll: () => void; onOpen: (open: OpenUser) => void };

function Users({ q, onShowAll, onOpen }: UsersProps) {
  const query = useManagedUsers({ q });
  const me = useSession().user.id;
  const act = useActs(onOpen);
  const users = itemsIn(query.data?.pages);
  if (query.isPending) return <RowsSkeleton label={words.loading} />;
  if (query.isError && users.length === 0) return <ReadFailed title={words.failedTitle} query={query} />;
  if (users.length === 0) {
    return (
      <PageState title={words.noMatchTitle} action={{ label: words.showAll, onClick: onShowAll }}>
        {words.noMatchWords(q)}
      </PageState>
    );
  }
  return (
    <>
      <ul className={rows.rows} aria-label={words.list} data-stale={query.isPlaceholderData || undefined}>
        {users.map((user) => (
          <UserRow key={user.id} user={user} isMe={user.id === me} onAct={act} />
        ))}
      </ul>
      <ReadMore query={query} label={words.loadingMore} />
    </>
  );
}

/** What needs no question is done at once, with a way back. */
function useActs(onOpen: (open: OpenUser) => void) {
  const setRole = useRoleChange();
  const enable = useEnabling();
  return (user: User, act: UserAct) => {
    if (act === 'promote' || act === 'demote') setRole(user, act === 'promote');
    else if (act === 'enable') enable(user);
    else onOpen({ what: act, user });
  };
}
