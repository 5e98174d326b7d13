import { Menu } from '@mantine/core';
import type { MenuProps } from '@mantine/core';
import { useLayoutEffect, useState } from 'react';
import type { ReactNode, RefObject } from 'react';

type Props = Pick<MenuProps, 'position' | 'width' | 'floatingStrategy'> & {
  /** That of its button. */
  id: string;
  opener: RefObject<HTMLElement | null>;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
};

/** The menu of a button that stands in the page already. */
export function OpenedMenu({ opener, isOpen, onClose, children, ...look }: Props) {
  // Only a menu that was there, closed, before notes what had the focus, to give it back.
  const [isThere, setThere] = useState(false);
  return (
    <Menu opened={isOpen && isThere} onChange={(isOpened) => isOpened || onClose()} {...look}>
      <Menu.Target>
        <Opener of={opener} onTold={setThere} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}

type OpenerProps = {
  of: RefObject<HTMLElement | null>;
  onTold: (isTold: boolean) => void;
  ref?: (element: HTMLElement | null) => void;
};

/** Tells the menu which button is its own: what else the menu would give to it, that has by itself. */
function Opener({ of, onTold, ref }: OpenerProps) {
  useLayoutEffect(() => {
    ref?.(of.current);
    // When the menu has its place in the document: what comes with it does not fade in.
    queueMicrotask(() => onTold(true));
    return () => ref?.(null);
  }, [of, onTold, ref]);
  return null;
}
