import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { SelectedAsset } from '../../shared/assets/asset.ts';
import { CheckedSelection } from '../../shared/shares/checked-selection.tsx';
import { useShareCheck } from '../../shared/shares/share-check-api.ts';
import { useShares } from '../../shared/shares/shares-list-api.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { SearchField } from '../../shared/ui/search-field.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { SETTLE_MS } from '../../shared/ui/use-search-text.ts';
import { useAddToShare } from './add-to-share-api.ts';
import classes from './add-to-share.module.css';
import { ShareOptions } from './share-options.tsx';
import { tellAdded } from './tell-added.tsx';
import { words } from './words.ts';

type Props = {
  assets: readonly SelectedAsset[];
  onClose: () => void;
  /** Some of them may be there no longer. */
  onRefused: (error: unknown) => unknown;
  /** They are in the share: neither the dialog nor the selection is needed any more. */
  onAdded: () => void;
  onOpenShare: (shareId: string) => void;
};

/** Adds a selection to one of my shares. */
export function AddToShareDialog({ assets, onClose, onRefused, onAdded, onOpenShare }: Props) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), SETTLE_MS);
  const [chosen, choose] = useState<Share | null>(null);
  const assetIds = useMemo(() => assets.map(({ id }) => id), [assets]);
  const query = useShares({ scope: 'owned', q });
  const check = useShareCheck(assetIds, { shareId: chosen?.id ?? null, onRefused });
  const addition = useAddToShare();
  const follow = useOutcome();
  const canAdd = (check.data?.shareable.length ?? 0) > 0;

  function submit() {
    if (chosen === null || !canAdd || addition.isPending) return;
    follow(addition.mutateAsync({ shareId: chosen.id, assetIds }), {
      tell: (result) => tellAdded(result, chosen, onOpenShare),
      there: onAdded,
    });
  }

  return (
    <Dialog
      title={words.dialog}
      onClose={onClose}
      onSubmit={submit}
      actions={
        <DialogActions
          label={words.select}
          canSubmit={chosen !== null && canAdd}
          reason={reasonAgainst(chosen, check.data?.shareable.length)}
          isPending={addition.isPending}
          onCancel={onClose}
        />
      }
    >
      <div className={classes.step}>
        <SearchField label={words.search} text={text} onType={setText} data-autofocus />
        <ShareOptions query={query} q={q} chosen={chosen} onChoose={choose} />
        {chosen === null ? null : (
          <div className={classes.meaning}>
            <CheckedSelection assets={assets} check={check} purpose="add" />
          </div>
        )}
        {addition.isError ? <Failure error={addition.error} /> : null}
      </div>
    </Dialog>
  );
}

function reasonAgainst(chosen: Share | null, addableCount: number | undefined): string | null {
  if (chosen === null) return words.chooseFirst;
  return addableCount === 0 ? words.nothingToAdd : null;
}
