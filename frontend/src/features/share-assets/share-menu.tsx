import { Button, Menu } from '@mantine/core';
import { IconFolderPlus, IconPlus, IconShare2 } from '@tabler/icons-react';
import { useHint } from '../../shared/ui/use-hint.tsx';
import { words } from './words.ts';

type Props = { isDisabled: boolean; onCreate: () => void; onAddToExisting: () => void };

/** The Share button above the thumbnails. It is not there at all where the account has no shares. */
export function ShareMenu({ isDisabled, onCreate, onAddToExisting }: Props) {
  // The tooltip stands beside the button: around it, it would keep the menu's name from it.
  const { pointed, hint } = useHint<HTMLButtonElement>(words.selectFirst);
  return (
    <Menu position="bottom-start" disabled={isDisabled}>
      {isDisabled && hint}
      <Menu.Target>
        <Button
          {...pointed}
          aria-disabled={isDisabled}
          data-disabled={isDisabled}
          leftSection={<IconShare2 size={18} stroke={1.5} aria-hidden />}
        >
          {words.share}
        </Button>
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
