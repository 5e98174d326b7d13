import { Button } from '@mantine/core';
import { useState } from 'react';
import { itemsIn, useManagedDomains } from '../../shared/administration/administration-api.ts';
import type { Domain } from '../../shared/administration/administration-api.ts';
import { ListSearch } from '../../shared/administration/list-search.tsx';
import { RowsSkeleton } from '../../shared/administration/rows-skeleton.tsx';
import rows from '../../shared/administration/rows.module.css';
import { createStore, useStore } from '../../shared/state/store.ts';
import { PageState } from '../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import { ReadMore } from '../../shared/ui/read-more.tsx';
import { DomainNameDialog } from './domain-name-dialog.tsx';
import { DomainPolicyDialog } from './domain-policy-dialog.tsx';
import { DomainRow } from './domain-row.tsx';
import { MembersDialog } from './members-dialog.tsx';
import { words } from './words.ts';

type Open = { what: 'new' } | { what: 'rename' | 'members' | 'policy'; domain: Domain };

type Props = {
  q: string;
  onSearch: (q: string) => void;
  /** Leads here, from wherever one is by then. */
  onShow: () => void;
};

/** Whose members a notice leads to: the tab, and the page, may have been left. */
const membersAskedFor = createStore<Domain | null>(null);

/** The Domains tab: the organisational units of the account, and who belongs to each. */
export function DomainsPanel({ q, onSearch, onShow }: Props) {
  const [open, setOpen] = useOpen();
  const showMembers = (domain: Domain) => {
    membersAskedFor.change(() => domain);
    onShow();
  };
  return (
    <>
      <div className={rows.bar}>
        <ListSearch className={rows.search} label={words.search} text={q} onSearch={onSearch} />
        <Button onClick={() => setOpen({ what: 'new' })}>{words.newDomain}</Button>
      </div>
      <Domains q={q} onShowAll={() => onSearch('')} onOpen={setOpen} />
      <OpenDialog open={open} onOpen={setOpen} onAddMembers={showMembers} />
    </>
  );
}

function useOpen(): [Open | null, (open: Open | null) => void] {
  const [open, setOpen] = useState<Open | null>(null);
  const domain = useStore(membersAskedFor);
  const change = (wanted: Open | null) => {
    membersAskedFor.change(() => null);
    setOpen(wanted);
  };
  return [domain === null ? open : { what: 'members', domain }, change];
}

type DomainsProps = { q: string; onShowAll: () => void; onOpen: (open: Open) => void };

function Domains({ q, onShowAll, onOpen }: DomainsProps) {
  const query = useManagedDomains({ q });
  const domains = itemsIn(query.data?.pages);
  if (query.isPending) return <RowsSkeleton label={words.loading} />;
  if (query.isError && domains.length === 0) return <ReadFailed title={words.failedTitle} query={query} />;
  if (domains.length === 0) {
    return q === '' ? (
      <PageState title={words.emptyTitle}>{words.emptyWords}</PageState>
    ) : (
      <PageState title={words.noMatchTitle} action={{ label: words.showAll, onClick: onShowAll }}>
        {words.noMatchWords(q)}
      </PageState>
    );
  }
  return (
    <>
      <ul className={rows.rows} aria-label={words.list} data-stale={query.isPlaceholderData || undefined}>
        {domains.map((domain) => (
          <DomainRow
            key={domain.id}
            domain={domain}
            onMembers={() => onOpen({ what: 'members', domain })}
            onPolicy={() => onOpen({ what: 'policy', domain })}
            onRename={() => onOpen({ what: 'rename', domain })}
          />
        ))}
      </ul>
      <ReadMore query={query} label={words.loadingMore} />
    </>
  );
}

type OpenDialogProps = {
  open: Open | null;
  onOpen: (open: Open | null) => void;
  onAddMembers: (domain: Domain) => void;
};

function OpenDialog({ open, onOpen, onAddMembers }: OpenDialogProps) {
  const close = () => onOpen(null);
  if (open === null) return null;
  if (open.what === 'members') return <MembersDialog domain={open.domain} onClose={close} />;
  if (open.what === 'policy') return <DomainPolicyDialog domain={open.domain} onClose={close} />;
  return (
    <DomainNameDialog
      domain={open.what === 'new' ? null : open.domain}
      onAddMembers={onAddMembers}
      onClose={close}
    />
  );
}
