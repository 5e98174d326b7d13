import { Button } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { IconShare2 } from '@tabler/icons-react';
import { useHint } from '../../shared/ui/use-hint.tsx';
import { lazyItems, useMenu } from '../../shared/ui/use-menu.tsx';
import { words } from './words.ts';

const shareItems = lazyItems(async () => (await import('./share-items.tsx')).ShareItems);

type Props = { isDisabled: boolean; onCreate: () => void; onAddToExisting: () => void };

/** The Share button above the thumbnails. It is not there at all where the account has no shares. */
export function ShareMenu({ isDisabled, ...acts }: Props) {
  const { pointed, hint } = useHint<HTMLButtonElement>(words.selectFirst);
  const { opener, menu } = useMenu(shareItems, acts, { position: 'bottom-start', isDisabled });
  const ref = useMergedRef(pointed.ref, opener.ref);
  return (
    <>
      {isDisabled && hint}
      <Button
        {...pointed}
        {...opener}
        ref={ref}
        aria-disabled={isDisabled}
        data-disabled={isDisabled}
        leftSection={<IconShare2 size={18} stroke={1.5} aria-hidden />}
      >
        {words.share}
      </Button>
      {menu}
    </>
  );
}
