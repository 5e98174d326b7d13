import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * Tells whether the address names a preview already. The next one takes its place then, and so does none: the way back
 * leads out of all that were looked at, and into none that was closed.
 */
export function useIsPreviewOpen(): () => boolean {
  const router = useRouter();
  return useCallback(() => 'preview' in router.latestLocation.search, [router]);
}
