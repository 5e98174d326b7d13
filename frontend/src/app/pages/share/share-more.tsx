import { ActionIcon } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { DeleteShareDialog } from '../../../features/delete-share/delete-share-dialog.tsx';
import { words } from '../../../features/show-share/words.ts';
import type { Share } from '../../../shared/shares/shares-list-api.ts';
import { lazyDialog } from '../../../shared/ui/lazy-dialog.tsx';
import { lazyItems, useMenu } from '../../../shared/ui/use-menu.tsx';

const GuestOptionsDialog = lazyDialog(
  async () => (await import('../../../features/show-share/guest-options-dialog.tsx')).GuestOptionsDialog,
);
const shareMoreItems = lazyItems(async () => (await import('./share-more-items.tsx')).ShareMoreItems);

/** What is seldom done with a share. */
export function ShareMore({ share }: { share: Share }) {
  const [isDeleting, setDeleting] = useState(false);
  const [isChangingOptions, setChangingOptions] = useState(false);
  const navigate = useNavigate();
  const { history } = useRouter();
  const leave = async () => {
    // Whoever went elsewhere meanwhile stays there.
    if (history.location.pathname === `/shares/${share.id}`) await navigate({ to: '/shares' });
  };
  const acts = { onChangeOptions: () => setChangingOptions(true), onDelete: () => setDeleting(true) };
  const look = { position: 'bottom-start', floatingStrategy: 'absolute' } as const;
  const { opener, menu } = useMenu(shareMoreItems, acts, look);
  return (
    <>
      <ActionIcon {...opener} variant="subtle" color="gray" size={32} aria-label={words.more}>
        <IconDots size={18} stroke={1.5} aria-hidden />
      </ActionIcon>
      {menu}
      {isChangingOptions ? (
        <GuestOptionsDialog share={share} onClose={() => setChangingOptions(false)} />
      ) : null}
      {isDeleting ? (
        <DeleteShareDialog share={share} onClose={() => setDeleting(false)} onDeleted={leave} />
      ) : null}
    </>
  );
}
