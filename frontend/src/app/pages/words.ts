import { catalogue } from '../../shared/words/catalogue.ts';
import { inFigures, plural } from '../../shared/words/plural.ts';

export const words = catalogue('app/pages', {
  pageTitle: (page: string) => `${page} – Vitrine`,
  signIn: 'Sign in',
  forgot: 'Forgot your password?',
  assets: 'Assets',
  invitation: 'Invitation',
  toolbar: 'Selection and view',
  notShownAnyMore: (fileName: string) => `${fileName} is not shown any more`,
  deletedMeanwhile: (count: number) =>
    plural(count, {
      one: '# selected asset was deleted meanwhile. It is no longer selected: try again with the rest.',
      other:
        '# selected assets were deleted meanwhile. They are no longer selected: try again with the rest.',
    }),
  edit: 'Edit',
  editAtMost: (count: number) => `At most ${inFigures(count)} assets can be edited at once`,
});
