import { useNavigate, useRouter } from '@tanstack/react-router';
import { isSaidOfConnection, sentenceFor } from '../../shared/api/error-words.ts';
import { useIsAway, useWhenBack } from '../../shared/connection/connection.ts';
import { PageState } from '../../shared/ui/page-state.tsx';
import { words as stateWords } from '../../shared/ui/words.ts';
import { words } from '../frame/words.ts';

export function PageMissing() {
  const navigate = useNavigate();
  return (
    <main>
      <PageState
        isPage
        title={words.pageMissing}
        action={{ label: words.toAssets, onClick: () => void navigate({ to: '/' }) }}
      >
        {words.pageMissingWords}
      </PageState>
    </main>
  );
}

export function PageFailed({ error }: { error: unknown }) {
  const router = useRouter();
  const isSaid = isSaidOfConnection(error, useIsAway());
  useWhenBack(() => void router.invalidate());
  return (
    <PageState
      isPage
      role="alert"
      title={words.pageFailed}
      action={{ label: stateWords.retry, onClick: () => void router.invalidate() }}
    >
      {isSaid ? null : sentenceFor(error)}
    </PageState>
  );
}
