import { Button, Menu, Tooltip } from '@mantine/core';
import { IconFolderPlus, IconPlus, IconShare2 } from '@tabler/icons-react';
import { words } from './words.ts';

type Props = { isDisabled: boolean; onCreate: () => void; onAddToExisting: () => void };

/** The Share button above the thumbnails. It is not there at all where the account has no shares. */
export function ShareMenu({ isDisabled, onCreate, onAddToExisting }: Props) {
  return (
    <Menu position="bottom-start" disabled={isDisabled}>
      <Menu.Target>
        <Tooltip label={words.selectFirst} disabled={!isDisabled}>
          <Button
            aria-disabled={isDisabled}
            data-disabled={isDisabled}
            leftSection={<IconShare2 size={18} stroke={1.5} aria-hidden />}
          >
            {words.share}
          </Button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={onCreate}>
          {words.createNew}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFolderPlus size={18} stroke={1.5} aria-hidden />}
          onClick={onAddToExisting}
        >
          {words.addToExisting}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
