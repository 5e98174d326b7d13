import type { Share } from '../../shared/shares/shares-list-api.ts';
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
  notEnabled: (title: string) => `“${title}” could not be enabled`,
  notDisabled: (title: string) => `“${title}” could not be disabled: guests may still open it`,
  edit: 'Edit title and description',
  save: 'Save',
  /** What somebody else made of a field in which something was entered, too. */
  theirs: {
    title: ({ title }: Share) =>
      `Somebody else changed the title to “${title}” meanwhile. Yours is still here; saving replaces theirs.`,
    description: ({ description }: Share) =>
      description === ''
        ? 'Somebody else removed the description meanwhile. Yours is still here; saving replaces theirs.'
        : `Somebody else changed the description meanwhile, to “${description}”. Yours is still here; saving replaces theirs.`,
    codeRequired: (): string =>
      'Somebody else changed whether a code is asked for meanwhile. Yours is still here; saving replaces theirs.',
    downloadsMax: ({ downloadsMax }: Share) =>
      `Somebody else changed the limit of downloads meanwhile${
        downloadsMax === null ? ': there is none' : ` to ${downloadsMax}`
      }. Yours is still here; saving replaces theirs.`,
  },
  more: 'More for this share',
  delete: 'Delete share',
  guestOptions: 'Options for guests',
  guestOptionsHint: 'This holds for all guests of the share from now on. Who has it open keeps it open.',
  optionsSaved: (title: string) => `The options of “${title}” were saved`,
  assets: (count: number) => plural(count, { one: '# asset', other: '# assets' }),
  created: (day: string) => `created ${day}`,
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
