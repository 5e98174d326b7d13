import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';

interface Decoded {
  /** What it is a picture of, and of which size. */
  key: readonly unknown[];
  /** Null where what is shown is truer. */
  read: (signal: AbortSignal) => Promise<Blob | null>;
  isWanted: boolean;
}

/**
 * A picture with more pixels than the one that is shown, read beside it and decoded, so that it takes its place at once.
 * `url` is null while there is none; where it cannot be had, what is shown stays.
 */
export function useDecodedPicture({ key, read, isWanted }: Decoded) {
  const { data, isFetching, isFetched } = useQuery({
    queryKey: ['decoded', ...key],
    queryFn: ({ signal }) => decoded(read, signal),
    enabled: isWanted,
    retry: false,
    gcTime: 0,
    staleTime: Infinity,
  });
  const url = data ?? null;
  useEffect(() => (url === null ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return { url, isReading: isFetching, isInVain: isFetched && url === null };
}

async function decoded(read: Decoded['read'], signal: AbortSignal): Promise<string | null> {
  const file = await read(signal);
  if (file === null) return null;
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    signal.throwIfAborted();
    return url;
  } catch (error) {
    URL.revokeObjectURL(url);
    throw error;
  }
}
