import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/show-activity', {
  list: 'Activity',
  today: 'Today',
  yesterday: 'Yesterday',
  /** Who is named where nobody did it. */
  system: 'Vitrine',
  created: (who: string, assets: string) => `${who} created the share with ${assets}`,
  assets: (count: number) => plural(count, { one: '# asset', other: '# assets' }),
  updated: (who: string) => `${who} changed the title, the description or the options`,
  enabled: (who: string) => `${who} enabled the share`,
  disabled: (who: string) => `${who} disabled the share`,
  assetsAdded: (who: string, assets: string) => `${who} added ${assets}`,
  assetsRemoved: (who: string, assets: string) => `${who} removed ${assets}`,
  deleted: (who: string) => `${who} deleted the share`,
  invited: (who: string, guest: string) => `${who} invited ${guest}`,
  renewed: (who: string, guest: string) => `${who} renewed the link of ${guest}`,
  resent: (who: string, guest: string) => `${who} sent the invitation to ${guest} again`,
  linkMade: (who: string, guest: string) => `${who} copied a link of ${guest}`,
  removed: (who: string, guest: string) => `${who} removed ${guest}`,
  expired: (guest: string) => `The link of ${guest} expired`,
  opened: (guest: string) => `${guest} opened the share`,
  linkRequested: (guest: string) => `${guest} asked for a new link`,
  mailSent: (guest: string) => `The mail to ${guest} was sent`,
  mailFailed: (guest: string, reason: string) =>
    `The mail to ${guest} could not be sent${reason === '' ? '' : `: ${reason}`}`,
  downloaded: (who: string, file: string) => `${who} downloaded ${file}`,
  downloadBroken: (who: string, file: string) => `A download of ${file} by ${who} ended before its last byte`,
  someGuest: 'a guest',
  /** One whose address was removed. */
  formerGuest: 'A former guest',
  someFile: 'a file',
  loading: 'Loading the activity',
  loadingMore: 'Loading earlier activity',
  failedTitle: 'The activity could not be loaded',
  emptyTitle: 'Nothing has happened yet',
  emptyWords: 'Invitations, visits and downloads are recorded here.',
});
