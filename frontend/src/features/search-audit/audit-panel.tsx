import { Button } from '@mantine/core';
import { useState } from 'react';
import { ListSearch } from '../../shared/administration/list-search.tsx';
import { RowsSkeleton } from '../../shared/administration/rows-skeleton.tsx';
import rows from '../../shared/administration/rows.module.css';
import { ChoiceMenu } from '../../shared/ui/choice-menu.tsx';
import { PageState } from '../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import { ReadMore } from '../../shared/ui/read-more.tsx';
import { AuditRow } from './audit-row.tsx';
import classes from './audit.module.css';
import { type Search, csvAddress, useAudit } from './search-audit-api.ts';
import { words } from './words.ts';

type Props = { q: string; onSearch: (q: string) => void };

/** The Audit tab: who did what, when, from where, with what outcome, and the way to take it along. */
export function AuditPanel({ q, onSearch }: Props) {
  const [outcome, setOutcome] = useState<Search['outcome']>('');
  const showAll = () => {
    setOutcome('');
    onSearch('');
  };
  return (
    <>
      <div className={`${rows.bar} ${classes.bar}`}>
        <ListSearch className={rows.search} label={words.search} text={q} onSearch={onSearch} />
        <div className={classes.actions}>
          <ChoiceMenu
            label={words.outcome}
            options={OUTCOMES.map((value) => ({ value, label: words.outcomes[value || 'any'] }))}
            value={outcome}
            neutral=""
            onChoose={setOutcome}
          />
          <Button component="a" variant="default" href={csvAddress({ q, outcome })} download="audit.csv">
            {words.exportCsv}
          </Button>
        </div>
      </div>
      <Entries search={{ q, outcome }} onShowAll={showAll} />
    </>
  );
}

const OUTCOMES = ['', 'done', 'refused', 'failed'] as const;

function Entries({ search, onShowAll }: { search: Search; onShowAll: () => void }) {
  const query = useAudit(search);
  const entries = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.isPending) return <RowsSkeleton label={words.loading} />;
  if (query.isError && entries.length === 0) return <ReadFailed title={words.failedTitle} query={query} />;
  if (entries.length === 0) return <NothingFound search={search} onShowAll={onShowAll} />;
  return (
    <>
      <ul className={rows.rows} aria-label={words.list} data-stale={query.isPlaceholderData || undefined}>
        {entries.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </ul>
      <ReadMore query={query} label={words.loadingMore} />
    </>
  );
}

function NothingFound({ search, onShowAll }: { search: Search; onShowAll: () => void }) {
  if (search.q === '' && search.outcome === '')
    return <PageState title={words.emptyTitle}>{words.emptyWords}</PageState>;
  return (
    <PageState title={words.noMatchTitle} action={{ label: words.showAll, onClick: onShowAll }}>
      {words.noMatchWords}
    </PageState>
  );
}
