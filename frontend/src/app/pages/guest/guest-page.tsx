import { Button } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { codeOf } from '../../../shared/api/api-error.ts';
import { sentenceFor } from '../../../shared/api/error-words.ts';
import { GuestSkeleton } from '../../../features/visit-share/guest-skeleton.tsx';
import { guestShareQuery, useLeaveShare } from '../../../features/visit-share/visit-share-api.ts';
import { words } from '../../../features/visit-share/words.ts';
import { tellError } from '../../../shared/notices/notice.ts';
import { PageState } from '../../../shared/ui/page-state.tsx';
import { words as pageWords } from '../words.ts';
import { GuestFrame } from './guest-frame.tsx';
import { GuestShareContent } from './guest-share-content.tsx';

/** `/guest`: the share that this browser opened an invitation to. */
export function GuestPage() {
  const leaving = useLeaveShare();
  const share = useQuery({ ...guestShareQuery, enabled: !leaving.isSuccess });
  useDocumentTitle(pageWords.pageTitle(share.data?.title ?? pageWords.invitation));
  if (leaving.isSuccess) return <Closed title={words.leftTitle}>{words.leftWords}</Closed>;
  if (share.isError && (share.data === undefined || isClosedBy(share.error))) {
    return <CannotBeShown error={share.error} wasOpen={share.data !== undefined} onRetry={share.refetch} />;
  }
  return (
    <GuestFrame
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
      {share.data === undefined ? <GuestSkeleton /> : <GuestShareContent share={share.data} />}
    </GuestFrame>
  );
}

type CannotProps = { error: unknown; wasOpen: boolean; onRetry: () => Promise<unknown> };

function CannotBeShown({ error, wasOpen, onRetry }: CannotProps) {
  if (isClosedBy(error)) {
    return wasOpen ? (
      <Closed title={words.closedTitle}>{words.closedWords}</Closed>
    ) : (
      <Closed title={words.noneTitle}>{words.noneWords}</Closed>
    );
  }
  return (
    <GuestFrame>
      <PageState
        role="alert"
        title={words.failedTitle}
        action={{ label: words.retry, onClick: () => void onRetry() }}
      >
        {sentenceFor(error)}
      </PageState>
    </GuestFrame>
  );
}

function Closed({ title, children }: { title: string; children: string }) {
  return (
    <GuestFrame>
      <PageState title={title}>{children}</PageState>
    </GuestFrame>
  );
}

function isClosedBy(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'link-not-valid' || code === 'not-signed-in' || code === 'not-found';
}
