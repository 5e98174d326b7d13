import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import type { User } from '../../shared/administration/administration-api.ts';
import { lazyItems, useMenu } from '../../shared/ui/use-menu.tsx';
import { words } from './words.ts';

const userItems = lazyItems(async () => (await import('./user-items.tsx')).UserItems);

export type UserAct = 'rename' | 'domains' | 'password' | 'disable' | 'enable' | 'promote' | 'demote';

type Props = { user: User; isMe: boolean; onAct: (act: UserAct) => void };

/** What can be done with a user. */
export function UserMenu(props: Props) {
  const { opener, menu } = useMenu(userItems, props, { position: 'bottom-end' });
  return (
    <>
      <ActionIcon
        {...opener}
        variant="subtle"
        color="gray"
        size={32}
        aria-label={words.actionsOf(props.user.name)}
      >
        <IconDots size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
      {menu}
    </>
  );
}
