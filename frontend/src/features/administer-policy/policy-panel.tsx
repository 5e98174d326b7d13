import { useAccountPolicy } from '../../shared/administration/administration-api.ts';
import { RowsSkeleton } from '../../shared/administration/rows-skeleton.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import { GuestRules } from './guest-rules.tsx';
import { MailSwitches } from './mail-switches.tsx';
import classes from './policy-panel.module.css';
import { words } from './words.ts';

/** The Policy tab: what the account wants of what its shares do. */
export function PolicyPanel() {
  const query = useAccountPolicy();
  if (query.isPending) return <RowsSkeleton label={words.loading} />;
  if (query.isError) return <ReadFailed title={words.failedTitle} query={query} />;
  return (
    <div className={classes.panel}>
      <GuestRules policy={query.data} />
      <MailSwitches policy={query.data} />
    </div>
  );
}
