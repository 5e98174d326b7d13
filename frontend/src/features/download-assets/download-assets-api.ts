import { useMutation } from '@tanstack/react-query';
import { api } from '../../shared/api/client.ts';

type Wanted = { assetIds: string[]; shareId?: string };

/** Plans a download: what it will contain, and what is left out and why, before the first byte. */
export function usePrepareDownload() {
  return useMutation({ mutationFn: (wanted: Wanted) => api.downloads.prepare(wanted) });
}
