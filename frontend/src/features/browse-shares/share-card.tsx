import { Link } from '@tanstack/react-router';
import type { ListedShare } from '@vitrine/contracts';
import { formatDay, formatInstant } from '../../shared/format/format-date.ts';
import { ShareCover } from '../../shared/shares/share-cover.tsx';
import facts from '../../shared/ui/facts.module.css';
import { SmallLabel } from '../../shared/ui/small-label.tsx';
import classes from './share-card.module.css';
import { words } from './words.ts';

/** A share in the list. Its name is the link; all of the card leads there. */
export function ShareCard({ share }: { share: ListedShare }) {
  return (
    <article className={classes.card} aria-labelledby={`share-${share.id}`}>
      <div className={classes.cover}>
        <ShareCover urls={share.coverUrls} isMuted={!share.enabled} />
        {share.enabled ? null : (
          <div className={classes.state}>
            <SmallLabel title={words.disabledWords}>{words.disabled}</SmallLabel>
          </div>
        )}
      </div>
      <h2 className={classes.title}>
        <Link
          id={`share-${share.id}`}
          className={classes.link}
          dir="auto"
          to="/shares/$shareId"
          params={{ shareId: share.id }}
        >
          {share.title}
        </Link>
      </h2>
      <p className={`${facts.facts} ${classes.facts}`}>
        {share.role === 'guest' ? <ReceivedFacts share={share} /> : ownedFacts(share)}
      </p>
    </article>
  );
}

function ReceivedFacts({ share }: { share: ListedShare }) {
  return (
    <>
      {words.from(share.owner.name)} · {words.count(share.assetCount)}
      {share.expiresAt === null ? null : (
        <>
          {' · '}
          <time dateTime={share.expiresAt} title={formatInstant(share.expiresAt)}>
            {words.until(formatDay(share.expiresAt))}
          </time>
        </>
      )}
    </>
  );
}

function ownedFacts({ assetCount, guestCount, updatedAt }: ListedShare): string {
  const guests = guestCount === null ? [] : [words.guests(guestCount)];
  return [words.count(assetCount), ...guests, words.updated(formatDay(updatedAt))].map(unbroken).join(' · ');
}

/** A line ends between two facts, not within one. */
function unbroken(fact: string): string {
  return fact.replaceAll(' ', '\u00a0');
}
