import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/show-share', {
  back: 'Shares',
  tabs: { assets: 'Assets', guests: 'Guests', activity: 'Activity' },
  parts: 'Parts of the share',
  shareEnabled: 'Share Enabled',
  enabledWords: 'Guests can open it with their link.',
  disabledWords: 'No guest can open it. Their links work again once it is enabled.',
  enabled: (title: string) => `“${title}” is enabled: its links work again`,
  disabled: (title: string) => `“${title}” is disabled: no guest can open it now`,
  edit: 'Edit title and description',
  save: 'Save',
  more: 'More for this share',
  delete: 'Delete share',
  guestOptions: 'Options for guests',
  guestOptionsHint: 'This holds for all guests of the share from now on. Who has it open keeps it open.',
  optionsSaved: (title: string) => `The options of “${title}” were saved`,
  facts: (count: number, day: string) =>
    `${plural(count, { one: '# asset', other: '# assets' })} · created ${day}`,
  ownedBy: (name: string) => `Owned by ${name}`,
  sharedBy: (name: string) => `Shared by ${name}`,
  until: (instant: string) => `Open to you until ${instant}`,
  downloadsLeft: (count: number) => plural(count, { one: '# download left', other: '# downloads left' }),
  loading: 'Loading the share',
  missingTitle: 'This share is not here',
  missingWords: 'It was deleted, is disabled, your invitation to it has ended, or it was never yours to see.',
  failedTitle: 'The share could not be loaded',
  toShares: 'Go to your shares',
});
