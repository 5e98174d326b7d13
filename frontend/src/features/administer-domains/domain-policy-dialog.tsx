import type { DomainPolicy } from '@vitrine/contracts';
import { useState } from 'react';
import { useAccountPolicy, useDomainPolicy } from '../../shared/administration/administration-api.ts';
import type { Domain } from '../../shared/administration/administration-api.ts';
import { RowsSkeleton } from '../../shared/administration/rows-skeleton.tsx';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useSaveDomainPolicy } from './administer-domains-api.ts';
import classes from './domain-policy.module.css';
import { DomainRules } from './domain-rules.tsx';
import { words } from './words.ts';

type Props = { domain: Domain; onClose: () => void };

/** What a domain asks for beside the account, of whoever shares its assets. */
export function DomainPolicyDialog({ domain, onClose }: Props) {
  const own = useDomainPolicy(domain.id);
  const account = useAccountPolicy();
  const [changes, setChanges] = useState<Partial<DomainPolicy>>({});
  const saving = useSaveDomainPolicy(domain.id);
  const follow = useOutcome();

  function save() {
    if (saving.isPending || !own.isSuccess) return;
    follow(saving.mutateAsync(changes), {
      tell: () => tell(words.policySaved(domain.name)),
      there: onClose,
    });
  }

  return (
    <Dialog
      title={words.policyOf(domain.name)}
      onClose={onClose}
      onSubmit={save}
      widthPx={640}
      actions={
        <DialogActions
          label={words.save}
          canSubmit={own.isSuccess && account.isSuccess}
          isPending={saving.isPending}
          onCancel={onClose}
        />
      }
    >
      <p className={classes.consequence}>{words.policyConsequence(domain.name)}</p>
      <Rules
        own={own}
        account={account}
        changes={changes}
        onChange={(parts) => setChanges((held) => ({ ...held, ...parts }))}
      />
      {saving.isError ? <Failure error={saving.error} /> : null}
    </Dialog>
  );
}

type RulesProps = {
  own: ReturnType<typeof useDomainPolicy>;
  account: ReturnType<typeof useAccountPolicy>;
  changes: Partial<DomainPolicy>;
  onChange: (parts: Partial<DomainPolicy>) => void;
};

function Rules({ own, account, changes, onChange }: RulesProps) {
  const failed = [own, account].find(({ isError }) => isError);
  if (failed !== undefined) return <ReadFailed title={words.policyFailedTitle} query={failed} />;
  if (own.data === undefined || account.data === undefined)
    return <RowsSkeleton label={words.loadingPolicy} />;
  return <DomainRules policy={{ ...own.data, ...changes }} account={account.data} onChange={onChange} />;
}
