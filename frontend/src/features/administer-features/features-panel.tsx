import { useState } from 'react';
import { RowsSkeleton } from '../../shared/administration/rows-skeleton.tsx';
import { tell } from '../../shared/notices/notice.ts';
import { ReadFailed } from '../../shared/ui/read-failed.tsx';
import { Toggle } from '../../shared/ui/toggle.tsx';
import { useSwitch } from '../../shared/ui/use-switch.ts';
import { useFeatures, useSetFeatures } from './administer-features-api.ts';
import classes from './features-panel.module.css';
import { SwitchOffDialog } from './switch-off-dialog.tsx';
import { words } from './words.ts';

/** The Features tab: what the account has. */
export function FeaturesPanel() {
  const query = useFeatures();
  if (query.isPending) return <RowsSkeleton label={words.loading} />;
  if (query.isError) return <ReadFailed title={words.failedTitle} query={query} />;
  return <SharesSwitch areOn={query.data.shares} />;
}

/** Off is asked for first: it closes what guests are looking at. */
function SharesSwitch({ areOn }: { areOn: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const setting = useSetFeatures();
  const { isOn, set } = useSwitch({
    isOn: areOn,
    change: (shares) => setting.mutateAsync({ shares }),
    tell: () => tell(words.nowOn),
  });
  return (
    <>
      <Toggle
        className={classes.feature ?? ''}
        label={words.shares}
        description={isOn ? words.sharesOn : words.sharesOff}
        checked={isOn}
        onChange={() => (isOn ? setAsking(true) : set(true))}
      />
      {isAsking ? <SwitchOffDialog onClose={() => setAsking(false)} /> : null}
    </>
  );
}
