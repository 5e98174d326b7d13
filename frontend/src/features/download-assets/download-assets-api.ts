import { useMutation } from '@tanstack/react-query';
import { api, guestApi } from '../../shared/api/client.ts';

type Wanted = { assetIds: string[]; shareId?: string };

/** Plans a download: what it will contain, and what is left out and why, before the first byte. */
export function usePrepareDownload({ isGuest }: { isGuest: boolean }) {
  const { downloads } = isGuest ? guestApi : api;
  return useMutation({ mutationFn: (wanted: Wanted) => downloads.prepare(wanted) });
}
