import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { codeOf } from '../../../shared/api/api-error.ts';
import { GuestSkeleton } from '../../../features/visit-share/guest-skeleton.tsx';
import { guestShareQuery, readIn, useLeaveShare } from '../../../features/visit-share/visit-share-api.ts';
import { words } from '../../../features/visit-share/words.ts';
import { useLive } from '../../../shared/live/use-live.ts';
import { tellError } from '../../../shared/notices/notice.ts';
import { PageState } from '../../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../../shared/ui/read-failed.tsx';
import { words as pageWords } from '../words.ts';
import { GuestFrame } from './guest-frame.tsx';
import { GuestShareContent } from './guest-share-content.tsx';

/** `/guest`: the share that is named, or else the one that this browser opened last. */
export function GuestPage() {
  const { share: shareId } = useSearch({ from: '/guest' });
  const leaving = useLeaveShare(shareId);
  const share = useQuery({ ...guestShareQuery(shareId), enabled: !leaving.isSuccess });
  useLive(share.isSuccess ? 'guest' : null, shareId);
  useDocumentTitle(pageWords.pageTitle(share.data?.title ?? pageWords.invitation));
  if (leaving.isSuccess) return <Closed title={words.leftTitle}>{words.leftWords}</Closed>;
  if (share.isError && (share.data === undefined || isClosedBy(share.error))) {
    return <CannotBeShown query={share} wasOpen={share.data !== undefined} />;
  }
  return (
    <GuestFrame
      onLanguage={(chosen) => void readIn(shareId, chosen)}
      action={
        <Button
          variant="subtle"
          color="gray"
          loading={leaving.isPending}
          onClick={() => leaving.mutate(undefined, { onError: tellError })}
        >
          {words.leave}
        </Button>
      }
    >
      {share.data === undefined ? (
        <GuestSkeleton />
      ) : (
        <GuestShareContent share={share.data} shareId={shareId} />
      )}
    </GuestFrame>
  );
}

type CannotProps = { query: { error: unknown; refetch: () => Promise<unknown> }; wasOpen: boolean };

function CannotBeShown({ query, wasOpen }: CannotProps) {
  if (isClosedBy(query.error)) {
    return wasOpen ? (
      <Closed title={words.closedTitle}>{words.closedWords}</Closed>
    ) : (
      <Closed title={words.noneTitle}>{words.noneWords}</Closed>
    );
  }
  return (
    <GuestFrame>
      <ReadFailed isPage title={words.failedTitle} query={query} />
    </GuestFrame>
  );
}

function Closed({ title, children }: { title: string; children: string }) {
  return (
    <GuestFrame>
      <PageState isPage title={title}>
        {children}
      </PageState>
    </GuestFrame>
  );
}

function isClosedBy(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'link-not-valid' || code === 'not-signed-in' || code === 'not-found';
}
