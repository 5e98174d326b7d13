import { Link } from '@tanstack/react-router';
import type { ListedShare } from '@vitrine/contracts';
import type { ReactNode } from 'react';
import { formatDay, formatInstant } from '../../shared/format/format-date.ts';
import { ShareCover } from '../../shared/shares/share-cover.tsx';
import { FactsRow } from '../../shared/ui/facts-row.tsx';
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
        <FactsRow facts={share.role === 'guest' ? receivedFacts(share) : ownedFacts(share)} />
      </p>
    </article>
  );
}

function receivedFacts({ owner, assetCount, expiresAt }: ListedShare): ReactNode[] {
  return [
    words.from(owner.name),
    words.count(assetCount),
    expiresAt === null ? null : (
      <time dateTime={expiresAt} title={formatInstant(expiresAt)}>
        {words.until(formatDay(expiresAt))}
      </time>
    ),
  ];
}

function ownedFacts({ assetCount, guestCount, updatedAt }: ListedShare): ReactNode[] {
  return [
    words.count(assetCount),
    guestCount === null ? null : words.guests(guestCount),
    words.updated(formatDay(updatedAt)),
  ];
}
