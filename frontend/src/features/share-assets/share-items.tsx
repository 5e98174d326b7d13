import { Menu } from '@mantine/core';
import { IconFolderPlus, IconPlus } from '@tabler/icons-react';
import { words } from './words.ts';

type Props = { onCreate: () => void; onAddToExisting: () => void };

export function ShareItems({ onCreate, onAddToExisting }: Props) {
  return (
    <>
      <Menu.Item leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={onCreate}>
        {words.createNew}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconFolderPlus size={18} stroke={1.5} aria-hidden />}
        onClick={onAddToExisting}
      >
        {words.addToExisting}
      </Menu.Item>
    </>
  );
}
