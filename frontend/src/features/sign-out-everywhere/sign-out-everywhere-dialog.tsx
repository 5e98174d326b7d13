import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';
import { SIGN_OUT_KEY } from '../../shared/api/query-client.ts';
import { leaveSignedOut } from '../../shared/session/session-api.ts';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { words } from './words.ts';

/** Asks first: other people's browsers cannot be told from one's own here. */
export function SignOutEverywhereDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient();
  const ending = useMutation({
    mutationKey: SIGN_OUT_KEY,
    mutationFn: () => api.session.signOutEverywhere(),
    onSuccess: () => leaveSignedOut(queries),
  });
  const follow = useOutcome();
  return (
    <ConfirmDialog
      title={words.title}
      label={words.action}
      isPending={ending.isPending}
      error={ending.error}
      onConfirm={() => follow(ending.mutateAsync(), {})}
      onClose={onClose}
    >
      {words.consequence}
    </ConfirmDialog>
  );
}
