import type { MenuProps } from '@mantine/core';
import { useId, useRef } from 'react';
import type { ComponentType, ReactNode, RefObject } from 'react';
import { partOfPage } from '../api/part-of-page.ts';
import { useMenuPhase } from './use-menu-phase.ts';

type Look = Pick<MenuProps, 'position' | 'width' | 'floatingStrategy'>;

type Opener = {
  ref: RefObject<HTMLButtonElement | null>;
  id: string;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  'aria-controls': string | undefined;
  'aria-busy': true | undefined;
  onClick: () => void;
  onMouseEnter: () => void;
  onPointerDown: () => void;
  onFocus: () => void;
};

type UsedMenu = {
  /** For the button that opens it. */
  opener: Opener;
  /** Stands anywhere beside it. */
  menu: ReactNode;
};

/** What stands in a menu: it is read when it is first wanted, and with it what draws menus. */
export function lazyItems<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return partOfPage(async () => {
    const [{ OpenedMenu }, Items] = await Promise.all([import('./opened-menu.tsx'), load()]);
    return { OpenedMenu, Items };
  });
}

/**
 * A menu that is nothing but its button until it is first opened: hardly one is on a visit, and to place them all
 * takes time and code before there is anything to be placed. Its code begins to be read when somebody comes near.
 */
export function useMenu<Props extends object>(
  items: ReturnType<typeof lazyItems<Props>>,
  props: Props,
  { isDisabled = false, ...look }: Look & { isDisabled?: boolean },
): UsedMenu {
  const ref = useRef<HTMLButtonElement>(null);
  const id = useId();
  const { phase, press, close } = useMenuPhase(items, ref, isDisabled);
  const comeNear = () => void items.readAhead();
  const isOpen = phase === 'open';
  const content = isOpen || phase === 'closed' ? items.held() : null;
  return {
    opener: {
      ref,
      id,
      'aria-haspopup': 'menu',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}-dropdown` : undefined,
      'aria-busy': phase === 'waiting' || undefined,
      onClick: press,
      onMouseEnter: comeNear,
      onPointerDown: comeNear,
      onFocus: comeNear,
    },
    menu:
      content === null ? null : (
        <content.OpenedMenu {...look} {...{ id, isOpen, opener: ref }} onClose={close}>
          <content.Items {...props} />
        </content.OpenedMenu>
      ),
  };
}
