import { Button } from '@mantine/core';
import type { Domain } from '../../shared/administration/administration-api.ts';
import rows from '../../shared/administration/rows.module.css';
import { words } from './words.ts';

type Props = { domain: Domain; onMembers: () => void; onRename: () => void };

/** A domain and how many belong to it. */
export function DomainRow({ domain, onMembers, onRename }: Props) {
  return (
    <li className={rows.row} aria-label={domain.name}>
      <span className={rows.name}>{domain.name}</span>
      <span className={rows.facts}>{words.memberCount(domain.memberCount)}</span>
      <div className={rows.actions}>
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.membersOf(domain.name)}
          onClick={onMembers}
        >
          {words.members}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-label={words.renameNamed(domain.name)}
          onClick={onRename}
        >
          {words.rename}
        </Button>
      </div>
    </li>
  );
}
