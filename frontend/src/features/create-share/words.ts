import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

export const words = catalogue('features/create-share', {
  dialog: 'Create New Share',
  chooseAccess: 'Choose who has access to',
  chooseAccessOn: 'You name guests in the next step, and for how long their links work.',
  chooseAccessOff: 'Nobody is invited yet. You can invite guests later, from within the share.',
  next: 'Next',
  back: 'Back',
  create: 'Create Share',
  nothingToShare: 'Nothing that you selected can be shared',
  stepOf: (step: number) => `Step ${step} of 2`,
  whoGetsMail: (count: number) =>
    plural(count, {
      one: '# guest gets a mail with a link of their own.',
      other: '# guests each get a mail with a link of their own.',
    }),
  copyLinks: (count: number) => plural(count, { one: 'Copy the link', other: 'Copy the links' }),
  created: (title: string) => `“${title}” was created`,
  noGuests: 'Nobody is invited yet.',
  open: 'Open share',
  leftOut: (count: number) =>
    plural(count, { one: '# asset was not included', other: '# assets were not included' }),
});
