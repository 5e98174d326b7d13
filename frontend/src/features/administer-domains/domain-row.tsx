import { Button } from '@mantine/core';
import type { Domain } from '../../shared/administration/administration-api.ts';
import rows from '../../shared/administration/rows.module.css';
import { SmallLabel } from '../../shared/ui/small-label.tsx';
import classes from './domain-policy.module.css';
import { words } from './words.ts';

type Props = { domain: Domain; onMembers: () => void; onPolicy: () => void; onRename: () => void };

/** A domain, how many belong to it, and whether it is stricter than the account. */
export function DomainRow({ domain, onMembers, onPolicy, onRename }: Props) {
  return (
    <li className={rows.row} aria-label={domain.name}>
      <span className={rows.head}>
        <span className={rows.name}>{domain.name}</span>
        {domain.hasOwnPolicy ? <SmallLabel>{words.ownPolicy}</SmallLabel> : null}
      </span>
      <span className={rows.facts}>{words.memberCount(domain.memberCount)}</span>
      <div className={`${rows.actions} ${classes.actions}`}>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.membersOf(domain.name)}
          onClick={onMembers}
        >
          {words.members}
        </Button>
        <QuietAction label={words.policyOf(domain.name)} onClick={onPolicy}>
          {words.policy}
        </QuietAction>
        <QuietAction label={words.renameNamed(domain.name)} onClick={onRename}>
          {words.rename}
        </QuietAction>
      </div>
    </li>
  );
}

function QuietAction({ label, ...rest }: { label: string; onClick: () => void; children: string }) {
  return <Button variant="subtle" color="gray" size="compact-sm" aria-label={label} {...rest} />;
}
