import { useDocumentTitle } from '@mantine/hooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { InvitationDoor } from '../../../features/visit-share/invitation-door.tsx';
import { words as pageWords } from '../words.ts';
import { GuestFrame } from './guest-frame.tsx';

/** `/guest/<token>`. Once opened, the secret leaves the address and the history. */
export function GuestDoorPage() {
  const { token } = useParams({ from: '/guest/$token' });
  const navigate = useNavigate();
  useDocumentTitle(pageWords.pageTitle(pageWords.invitation));
  return (
    <GuestFrame>
      <InvitationDoor
        token={token}
        onOpened={({ shareId }) => void navigate({ to: '/guest', search: { share: shareId }, replace: true })}
      />
    </GuestFrame>
  );
}
