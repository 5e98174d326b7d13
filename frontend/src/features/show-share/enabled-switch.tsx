import { useState } from 'react';
import { tell } from '../../shared/notices/notice.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { Toggle } from '../../shared/ui/toggle.tsx';
import { useSwitchShare } from './show-share-api.ts';
import { words } from './words.ts';

/** The toggle Share Enabled, with what it means for guests now. */
export function EnabledSwitch({ share, className }: { share: Share; className: string | undefined }) {
  const change = useSwitchShare(share);
  // Kept here, as the mutation tells of itself a moment later: the toggle would flip back meanwhile.
  const [wanted, setWanted] = useState<boolean | null>(null);
  const isEnabled = wanted ?? share.enabled;

  function toggle(enabled: boolean) {
    setWanted(enabled);
    change.mutate(enabled, {
      onSuccess: ({ title }) => tell(enabled ? words.enabled(title) : words.disabled(title)),
      // Of the last one only.
      onSettled: () => setWanted(null),
    });
  }

  return (
    <Toggle
      className={className ?? ''}
      label={words.shareEnabled}
      description={isEnabled ? words.enabledWords : words.disabledWords}
      checked={isEnabled}
      onChange={(event) => toggle(event.currentTarget.checked)}
    />
  );
}
