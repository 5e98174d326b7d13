import { Failure } from '../ui/failure.tsx';
import { ReadMore } from '../ui/read-more.tsx';
import { RowsSkeleton } from './rows-skeleton.tsx';

type List = {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  hasNextPage: boolean;
  isFetching: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => Promise<unknown>;
  refetch: () => Promise<unknown>;
};

/** What stands beside a list in a dialog: that it is being read, that it failed, that there is more. */
export function ListAround({ list, label }: { list: List; label: string }) {
  if (list.isPending) return <RowsSkeleton label={label} />;
  if (list.isError && !list.isFetchNextPageError)
    return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  return <ReadMore query={list} label={label} />;
}
