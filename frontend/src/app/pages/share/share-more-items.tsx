import { Menu } from '@mantine/core';
import { IconTrash, IconUsers } from '@tabler/icons-react';
import { words } from '../../../features/show-share/words.ts';

type Props = { onChangeOptions: () => void; onDelete: () => void };

export function ShareMoreItems({ onChangeOptions, onDelete }: Props) {
  return (
    <>
      <Menu.Item leftSection={<IconUsers size={18} stroke={1.5} aria-hidden />} onClick={onChangeOptions}>
        {words.guestOptions}
      </Menu.Item>
      <Menu.Item
        color="var(--danger)"
        leftSection={<IconTrash size={18} stroke={1.5} aria-hidden />}
        onClick={onDelete}
      >
        {words.delete}
      </Menu.Item>
    </>
  );
}
