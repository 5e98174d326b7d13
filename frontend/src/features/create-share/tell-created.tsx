import { ExcludedList } from '../../shared/assets/excluded-list.tsx';
import { tell } from '../../shared/notices/notice.ts';
import { TextAction } from '../../shared/ui/text-action.tsx';
import type { CreatedShare } from './create-share-api.ts';
import classes from './create-share.module.css';
import type { ShareDraft } from './share-draft.ts';
import { words } from './words.ts';

type Context = {
  draft: ShareDraft;
  /** How many were told to be left out before. */
  foreseenCount: number;
  /** Whether the policy lets links of the guests be copied. */
  hasLinks: boolean;
  onOpenShare: (shareId: string, tab?: 'guests') => void;
};

/** Tells what was made, who gets a mail, and what could not be included after all. */
export function tellCreated(
  { share, excluded }: CreatedShare,
  { draft, foreseenCount, hasLinks, onOpenShare }: Context,
): void {
  const guestCount = draft.hasGuests ? draft.invitation.picked.length : 0;
  tell(words.created(share.title), {
    action: { label: words.open, href: `/shares/${share.id}`, onClick: () => onOpenShare(share.id) },
    details: (
      <>
        <p className={classes.told}>
          {guestCount === 0 ? words.noGuests : words.whoGetsMail(guestCount)}
          {guestCount > 0 && hasLinks ? (
            <>
              {' '}
              <TextAction onClick={() => onOpenShare(share.id, 'guests')}>
                {words.copyLinks(guestCount)}
              </TextAction>
            </>
          ) : null}
        </p>
        {excluded.length > foreseenCount ? (
          <>
            <p className={classes.told}>{words.leftOut(excluded.length)}</p>
            <ExcludedList excluded={excluded} label={words.leftOut(excluded.length)} />
          </>
        ) : null}
      </>
    ),
  });
}
