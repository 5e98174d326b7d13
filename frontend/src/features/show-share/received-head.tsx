import { formatInstant } from '../../shared/format/format-date.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { FactsRow } from '../../shared/ui/facts-row.tsx';
import facts from '../../shared/ui/facts.module.css';
import classes from './share-head.module.css';
import { words } from './words.ts';

/** What a share is, for a colleague who was invited to it: from whom, until when, in whose words. */
export function ReceivedHead({ share }: { share: Share }) {
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        <h1 className={classes.title}>{share.title}</h1>
        {share.description === '' ? null : <p className={classes.description}>{share.description}</p>}
        <p className={`${facts.facts} ${classes.facts}`}>
          <FactsRow
            facts={[
              words.sharedBy(share.owner.name),
              share.expiresAt === null ? null : words.until(formatInstant(share.expiresAt)),
              share.downloadsLeft === null ? null : words.downloadsLeft(share.downloadsLeft),
            ]}
          />
        </p>
      </div>
    </header>
  );
}
