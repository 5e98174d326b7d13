import { formatList } from '../../shared/format/format-list.ts';
import type { User } from '../../shared/administration/administration-api.ts';
import rows from '../../shared/administration/rows.module.css';
import facts from '../../shared/ui/facts.module.css';
import { SmallLabel } from '../../shared/ui/small-label.tsx';
import { UserMenu } from './user-menu.tsx';
import type { UserAct } from './user-menu.tsx';
import { words } from './words.ts';

type Props = { user: User; isMe: boolean; onAct: (user: User, act: UserAct) => void };

/** A user: who it is, what they may, where they belong. */
export function UserRow({ user, isMe, onAct }: Props) {
  return (
    <li className={rows.row} aria-label={user.name} data-disabled={!user.isEnabled || undefined}>
      <div className={rows.who}>
        <div className={rows.head}>
          <span className={rows.name}>{user.name}</span>
          {isMe ? <SmallLabel>{words.you}</SmallLabel> : null}
          {user.isAdministrator ? <SmallLabel>{words.administrator}</SmallLabel> : null}
          {user.isEnabled ? null : <SmallLabel tone="soon">{words.disabled}</SmallLabel>}
        </div>
        <span className={facts.line}>{user.email}</span>
      </div>
      <div className={rows.facts}>{domainsOf(user)}</div>
      <div className={rows.actions}>
        <UserMenu user={user} isMe={isMe} onAct={(act) => onAct(user, act)} />
      </div>
    </li>
  );
}

function domainsOf({ isAdministrator, domains }: User): string {
  if (isAdministrator) return words.allDomains;
  return domains.length === 0 ? words.noDomain : formatList(domains.map(({ name }) => name));
}
