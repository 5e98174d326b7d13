import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import type { Asset } from '../../shared/assets/asset.ts';
import { ExcludedList } from '../../shared/assets/excluded-list.tsx';
import { formatByteSize } from '../../shared/format/format-size.ts';
import { tell } from '../../shared/notices/notice.ts';
import { DialogActions } from '../../shared/ui/dialog-actions.tsx';
import { Dialog } from '../../shared/ui/dialog.tsx';
import facts from '../../shared/ui/facts.module.css';
import { Failure } from '../../shared/ui/failure.tsx';
import { SearchField } from '../../shared/ui/search-field.tsx';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { SETTLE_MS } from '../../shared/ui/use-search-text.ts';
import { CandidatesGrid } from './candidates-grid.tsx';
import { useAddAssets, useCandidates } from './pick-assets-api.ts';
import classes from './pick-assets.module.css';
import { words } from './words.ts';

const WIDTH_PX = 880;

type Props = { shareId: string; domain: { id: string; name: string }; onClose: () => void };

/** Chooses assets of the current domain and adds them to a share. */
export function PickAssetsDialog({ shareId, domain, onClose }: Props) {
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), SETTLE_MS);
  const { chosen, toggle } = useChosen();
  const query = useCandidates({ domainId: domain.id, shareId, q });
  const addition = useAddAssets(shareId);
  const follow = useOutcome();

  function submit() {
    if (chosen.size === 0 || addition.isPending) return;
    follow(addition.mutateAsync([...chosen.keys()]), {
      tell: ({ added, excluded }) => {
        const details = <ExcludedList excluded={excluded} label={words.notAdded} />;
        tell(words.added(added.length), excluded.length === 0 ? {} : { details });
      },
      there: onClose,
    });
  }

  return (
    <Dialog
      title={words.dialog}
      widthPx={WIDTH_PX}
      onClose={onClose}
      onSubmit={submit}
      actions={<PickActions chosen={chosen} isPending={addition.isPending} onCancel={onClose} />}
    >
      <div className={classes.picker}>
        <div className={classes.search}>
          <SearchField
            label={words.search(domain.name)}
            text={text}
            onType={setText}
            data-autofocus
            // Enter in a search searches, and adds nothing.
            onKeyDown={(event) => {
              if (event.key === 'Enter') event.preventDefault();
            }}
          />
        </div>
        <CandidatesGrid query={query} q={q} chosen={chosen} onToggle={toggle} />
      </div>
      {addition.isError ? <Failure error={addition.error} /> : null}
    </Dialog>
  );
}

type ActionsProps = { chosen: ReadonlyMap<string, Asset>; isPending: boolean; onCancel: () => void };

function PickActions({ chosen, isPending, onCancel }: ActionsProps) {
  const isNone = chosen.size === 0;
  const byteSize = [...chosen.values()].reduce((sum, asset) => sum + asset.byteSize, 0);
  return (
    <>
      <span className={`${facts.facts} ${classes.before}`} role="status">
        {isNone ? null : words.chosen(chosen.size, formatByteSize(byteSize))}
      </span>
      <DialogActions
        label={words.add(chosen.size)}
        canSubmit={!isNone}
        reason={isNone ? words.selectFirst : null}
        isPending={isPending}
        onCancel={onCancel}
      />
    </>
  );
}

/** What is chosen stays chosen while one searches for more. */
function useChosen() {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Asset>>(new Map());
  const toggle = useCallback((asset: Asset) => {
    setChosen((held) => {
      const next = new Map(held);
      if (!next.delete(asset.id)) next.set(asset.id, asset);
      return next;
    });
  }, []);
  return { chosen, toggle };
}
