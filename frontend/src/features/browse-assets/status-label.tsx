import { SmallLabel } from '../../shared/ui/small-label.tsx';
import { useHint } from '../../shared/ui/use-hint.tsx';
import type { Status } from './asset-status.ts';

export function StatusLabel({ status }: { status: Status }) {
  const { pointed, hint } = useHint<HTMLSpanElement>(status.sentence, { multiline: true, maw: 280 });
  return (
    <>
      <SmallLabel {...pointed} tone={status.tone}>
        {status.label}
      </SmallLabel>
      {hint}
    </>
  );
}
