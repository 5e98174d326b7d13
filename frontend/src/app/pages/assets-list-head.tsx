import { USUAL_DENSITY } from '../../features/browse-assets/assets-view.ts';
import type { AssetsView } from '../../features/browse-assets/assets-view.ts';
import { DensityMenu } from '../../features/browse-assets/density-menu.tsx';
import type { ViewChange } from '../../features/browse-assets/use-assets-view.ts';
import { words } from '../../features/browse-assets/words.ts';
import { SelectVisible } from '../../features/select-assets/select-visible.tsx';
import { coverOf } from '../../features/select-assets/selection.ts';
import type { Selection } from '../../features/select-assets/selection.ts';
import type { SelectAll as SelectAllState } from '../../features/select-assets/use-select-all.ts';
import type { SelectionActions } from '../../features/select-assets/use-selection.ts';
import type { Asset } from '../../shared/assets/asset.ts';
import { lazyPart } from '../../shared/ui/lazy-dialog.tsx';
import classes from './assets-page.module.css';

const SelectAll = lazyPart(
  async () => (await import('../../features/select-assets/select-all.tsx')).SelectAll,
);

type Props = {
  listed: readonly Asset[];
  /** Of the whole view, of which a part is listed. */
  total: number;
  selection: Selection;
  actions: SelectionActions;
  all: SelectAllState;
  view: AssetsView;
  onChangeView: (change: ViewChange) => void;
};

/** Above the list: how much it is, and the boxes that select much of it at once. */
export function AssetsListHead({ listed, total, selection, actions, all, view, onChangeView }: Props) {
  const selectedCount = selection.chosen.size;
  const hasMore = total > listed.length && total > selectedCount;
  const isOffered = all.total !== null || (hasMore && coverOf(selection, listed) === 'all');
  return (
    <div className={classes.listHead}>
      {isOffered ? (
        <SelectAll total={total} selectedCount={selectedCount} state={all} />
      ) : (
        <span className={classes.total} role="status">
          {total === 0 ? null : words.count(total)}
        </span>
      )}
      <div className={classes.listControls}>
        <DensityMenu
          density={view.density ?? USUAL_DENSITY}
          onChange={(density) => onChangeView({ density: density === USUAL_DENSITY ? '' : density })}
        />
        <SelectVisible listed={listed} selection={selection} actions={actions} />
      </div>
    </div>
  );
}
