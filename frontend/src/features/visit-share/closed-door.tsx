import { Failure } from '../../shared/ui/failure.tsx';
import { PageState } from '../../shared/ui/page-state.tsx';
import classes from './closed-door.module.css';
import { useRequestLink } from './visit-share-api.ts';
import { words } from './words.ts';

/** A link that opens nothing, whatever the reason: the page knows of none. One can ask for another. */
export function ClosedDoor({ token }: { token: string }) {
  const request = useRequestLink();
  if (request.isSuccess)
    return (
      <PageState isPage title={words.askedTitle}>
        {words.askedWords}
      </PageState>
    );
  return (
    <div className={classes.door}>
      <PageState
        isPage
        role="alert"
        title={words.notValidTitle}
        action={{
          label: words.ask,
          onClick: () => {
            if (!request.isPending) request.mutate(token);
          },
        }}
      >
        {words.notValidWords}
      </PageState>
      {request.isError ? <Failure error={request.error} /> : null}
    </div>
  );
}
