import { useDocumentTitle } from '@mantine/hooks';
import { useNavigate, useParams } from '@tanstack/react-router';
import { BackToShares } from '../../../features/show-share/back-to-shares.tsx';
import { ShareSkeleton } from '../../../features/show-share/share-skeleton.tsx';
import { useShare } from '../../../features/show-share/show-share-api.ts';
import { words } from '../../../features/show-share/words.ts';
import { codeOf, isFailureShown } from '../../../shared/api/api-error.ts';
import type { Share } from '../../../shared/shares/shares-list-api.ts';
import { PageState } from '../../../shared/ui/page-state.tsx';
import { ReadFailed } from '../../../shared/ui/read-failed.tsx';
import pageClasses from '../assets-page.module.css';
import { words as pageWords } from '../words.ts';
import { ManagedShare } from './managed-share.tsx';
import { ReceivedShare } from './received-share.tsx';

/** `/shares/<id>`: a share of mine to manage, or one that I was invited to. */
export function SharePage() {
  const { shareId } = useParams({ from: '/portal/shares/$shareId' });
  const query = useShare(shareId);
  const share = query.data;
  useDocumentTitle(pageWords.pageTitle(share?.title ?? words.back));
  if (query.isError && codeOf(query.error) === 'not-found') return <MissingShare />;
  if (isFailureShown(query, share !== undefined)) {
    return <ReadFailed isPage title={words.failedTitle} query={query} />;
  }
  return (
    <div className={pageClasses.page}>
      <BackToShares scope={share?.role === 'guest' ? 'received' : 'owned'} />
      {share === undefined ? <ShareSkeleton /> : <ShareFor key={share.id} share={share} />}
    </div>
  );
}

function ShareFor({ share }: { share: Share }) {
  return share.role === 'guest' ? <ReceivedShare share={share} /> : <ManagedShare share={share} />;
}

function MissingShare() {
  const navigate = useNavigate();
  return (
    <PageState
      isPage
      title={words.missingTitle}
      action={{ label: words.toShares, onClick: () => void navigate({ to: '/shares' }) }}
    >
      {words.missingWords}
    </PageState>
  );
}
