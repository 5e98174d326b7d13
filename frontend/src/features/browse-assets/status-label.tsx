import { Tooltip } from '@mantine/core';
import { SmallLabel } from '../../shared/ui/small-label.tsx';
import type { Status } from './asset-status.ts';

export function StatusLabel({ status }: { status: Status }) {
  return (
    <Tooltip label={status.sentence} multiline maw={280}>
      <SmallLabel tone={status.tone}>{status.label}</SmallLabel>
    </Tooltip>
  );
}
