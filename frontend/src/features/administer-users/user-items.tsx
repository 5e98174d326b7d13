import { Menu } from '@mantine/core';
import type { User } from '../../shared/administration/administration-api.ts';
import type { UserAct } from './user-menu.tsx';
import { words } from './words.ts';

type Props = { user: User; isMe: boolean; onAct: (act: UserAct) => void };

/** What one cannot do to oneself is not offered. */
export function UserItems({ user, isMe, onAct }: Props) {
  const item = (act: UserAct, label: string) => <Menu.Item onClick={() => onAct(act)}>{label}</Menu.Item>;
  return (
    <>
      {item('rename', words.rename)}
      {item('domains', words.domains)}
      {isMe ? null : (
        <>
          {item('password', words.setPassword)}
          {user.isAdministrator
            ? item('demote', words.unmakeAdministrator)
            : item('promote', words.makeAdministrator)}
          <Menu.Divider />
          {user.isEnabled ? (
            <Menu.Item color="var(--danger)" onClick={() => onAct('disable')}>
              {words.disable}
            </Menu.Item>
          ) : (
            item('enable', words.enable)
          )}
        </>
      )}
    </>
  );
}
