import { useState } from 'react';
import { RowsSkeleton } from '../../shared/administration/rows-skeleton.tsx';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog.tsx';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import { Toggle } from '../../shared/ui/toggle.tsx';
import { useFeatures, useSetFeatures } from './administer-features-api.ts';
import classes from './features-panel.module.css';
import { words } from './words.ts';

/** The Features tab: what the account has. */
export function FeaturesPanel() {
  const query = useFeatures();
  if (query.isPending) return <RowsSkeleton label={words.loading} />;
  if (query.isError) return <ReadFailed title={words.failedTitle} query={query} />;
  return <SharesSwitch isOn={query.data.shares} />;
}

/** Off is asked for first: it closes what guests are looking at. */
function SharesSwitch({ isOn }: { isOn: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const setting = useSetFeatures();

  function set(shares: boolean) {
    setting.mutate(
      { shares },
      {
        onSuccess: () => {
          setAsking(false);
          tell(shares ? words.nowOn : words.nowOff);
        },
        onError: (error) => {
          if (shares) tellError(error);
        },
      },
    );
  }

  return (
    <>
      <Toggle
        className={classes.feature ?? ''}
        label={words.shares}
        description={isOn ? words.sharesOn : words.sharesOff}
        checked={isOn}
        onChange={() => {
          if (isOn) setAsking(true);
          else if (!setting.isPending) set(true);
        }}
      />
      {isAsking ? (
        <ConfirmDialog
          title={words.offTitle}
          label={words.offAction}
          isPending={setting.isPending}
          error={setting.error}
          onConfirm={() => set(false)}
          onClose={() => setAsking(false)}
        >
          <p className={classes.words}>{words.offConsequence}</p>
          <p className={classes.words}>{words.offKept}</p>
        </ConfirmDialog>
      ) : null}
    </>
  );
}
