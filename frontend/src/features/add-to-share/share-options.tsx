import { Button } from '@mantine/core';
import { formatDay } from '../../shared/format/format-date.ts';
import { ShareCover } from '../../shared/shares/share-cover.tsx';
import { sharesIn } from '../../shared/shares/shares-list-api.ts';
import type { Share, useShares } from '../../shared/shares/shares-list-api.ts';
import factsClasses from '../../shared/ui/facts.module.css';
import { Failure } from '../../shared/ui/failure.tsx';
import { NothingListed } from '../../shared/ui/nothing-listed.tsx';
import classes from './add-to-share.module.css';
import { words } from './words.ts';

type Props = {
  query: ReturnType<typeof useShares>;
  q: string;
  chosen: Share | null;
  onChoose: (share: Share) => void;
};

/** My shares, one of which is chosen. */
export function ShareOptions({ query, q, chosen, onChoose }: Props) {
  if (query.isPending) return <OptionsSkeleton />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const shares = sharesIn(query.data.pages);
  if (shares.length === 0) {
    if (q !== '') return <NothingListed>{words.noMatch}</NothingListed>;
    return <NothingListed title={words.noneTitle}>{words.noneWords}</NothingListed>;
  }
  return (
    <div
      className={classes.options}
      role="radiogroup"
      aria-label={words.shares}
      data-stale={query.isPlaceholderData || undefined}
    >
      {shares.map((share) => (
        <ShareOption
          key={share.id}
          share={share}
          isChosen={share.id === chosen?.id}
          onChoose={() => onChoose(share)}
        />
      ))}
      {query.hasNextPage ? (
        <Button
          variant="subtle"
          color="gray"
          loading={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {words.more}
        </Button>
      ) : null}
    </div>
  );
}

type OptionProps = { share: Share; isChosen: boolean; onChoose: () => void };

function ShareOption({ share, isChosen, onChoose }: OptionProps) {
  const facts = [
    words.count(share.assetCount),
    words.updated(formatDay(share.updatedAt)),
    share.enabled ? null : words.disabled,
  ];
  return (
    <label className={classes.option}>
      <input
        type="radio"
        name="share"
        className={classes.radio}
        aria-label={share.title}
        aria-describedby={`facts-${share.id}`}
        checked={isChosen}
        onChange={onChoose}
      />
      <span className={classes.cover}>
        <ShareCover urls={share.coverUrls.slice(0, 1)} isMuted={!share.enabled} iconSize={20} />
      </span>
      <span className={classes.words}>
        <span className={classes.title} dir="auto">
          {share.title}
        </span>
        <span id={`facts-${share.id}`} className={factsClasses.facts}>
          {facts.filter(Boolean).join(' · ')}
        </span>
      </span>
    </label>
  );
}

function OptionsSkeleton() {
  return (
    <div className={classes.options} role="status" aria-label={words.loading}>
      {Array.from({ length: 4 }, (_, index) => (
        <div key={index} className={classes.shape} />
      ))}
    </div>
  );
}
