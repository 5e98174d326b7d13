import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { words } from '../../../features/pick-assets/words.ts';
import { useSession } from '../../../shared/session/session-api.ts';
import { lazyDialog } from '../../../shared/ui/lazy-dialog.tsx';

const PickAssetsDialog = lazyDialog(
  async () => (await import('../../../features/pick-assets/pick-assets-dialog.tsx')).PickAssetsDialog,
);

/** The button that opens the picker over the current domain. */
export function AddAssets({ shareId }: { shareId: string }) {
  const [isOpen, setOpen] = useState(false);
  const { domains, currentDomainId } = useSession();
  const domain = domains.find(({ id }) => id === currentDomainId);
  if (domain === undefined) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={18} stroke={1.5} aria-hidden />} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen ? <PickAssetsDialog shareId={shareId} domain={domain} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
