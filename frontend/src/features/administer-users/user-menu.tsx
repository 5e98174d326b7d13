import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { User } from '../../shared/administration/administration-api.ts';
import { words } from './words.ts';

export type UserAct = 'rename' | 'domains' | 'password' | 'disable' | 'enable' | 'promote' | 'demote';

type Props = { user: User; isMe: boolean; onAct: (act: UserAct) => void };

/** What can be done with a user. What one cannot do to oneself is not offered. */
export function UserMenu({ user, isMe, onAct }: Props) {
  const item = (act: UserAct, label: string) => <Menu.Item onClick={() => onAct(act)}>{label}</Menu.Item>;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={words.actionsOf(user.name)}>
          <IconDots size={18} stroke={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
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
      </Menu.Dropdown>
    </Menu>
  );
}
