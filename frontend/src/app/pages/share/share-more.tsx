import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconTrash, IconUsers } from '@tabler/icons-react';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { DeleteShareDialog } from '../../../features/delete-share/delete-share-dialog.tsx';
import { words } from '../../../features/show-share/words.ts';
import type { Share } from '../../../shared/shares/shares-list-api.ts';
import { lazyDialog } from '../../../shared/ui/lazy-dialog.tsx';

const GuestOptionsDialog = lazyDialog(
  async () => (await import('../../../features/show-share/guest-options-dialog.tsx')).GuestOptionsDialog,
);

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
  return (
    <>
      <Menu position="bottom-start" floatingStrategy="absolute">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={32} aria-label={words.more}>
            <IconDots size={18} stroke={1.5} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconUsers size={18} stroke={1.5} aria-hidden />}
            onClick={() => setChangingOptions(true)}
          >
            {words.guestOptions}
          </Menu.Item>
          <Menu.Item
            color="var(--danger)"
            leftSection={<IconTrash size={18} stroke={1.5} aria-hidden />}
            onClick={() => setDeleting(true)}
          >
            {words.delete}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChangingOptions ? (
        <GuestOptionsDialog share={share} onClose={() => setChangingOptions(false)} />
      ) : null}
      {isDeleting ? (
        <DeleteShareDialog share={share} onClose={() => setDeleting(false)} onDeleted={leave} />
      ) : null}
    </>
  );
}
