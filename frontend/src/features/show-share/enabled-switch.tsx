import { tell, tellFailed } from '../../shared/notices/notice.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { Toggle } from '../../shared/ui/toggle.tsx';
import { useSwitch } from '../../shared/ui/use-switch.ts';
import { useSwitchShare } from './show-share-api.ts';
import { words } from './words.ts';

/** The toggle Share Enabled, with what it means for guests now. */
export function EnabledSwitch({ share, className }: { share: Share; className: string | undefined }) {
  const { mutateAsync: change } = useSwitchShare(share.id);
  const { isOn, set } = useSwitch({
    isOn: share.enabled,
    change,
    tell: (isEnabled, { title }) => tell(isEnabled ? words.enabled(title) : words.disabled(title)),
    failed: (isEnabled, error) =>
      tellFailed(isEnabled ? words.notEnabled(share.title) : words.notDisabled(share.title), error),
  });
  return (
    <Toggle
      className={className ?? ''}
      label={words.shareEnabled}
      description={isOn ? words.enabledWords : words.disabledWords}
      checked={isOn}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}
