import { catalogue } from '../../shared/words/catalogue.ts';
import { inFigures } from '../../shared/words/plural.ts';

export const words = catalogue('app/pages', {
  pageTitle: (page: string) => `${page} – Vitrine`,
  signIn: 'Sign in',
  forgot: 'Forgot your password?',
  assets: 'Assets',
  invitation: 'Invitation',
  toolbar: 'Selection and view',
  notShownAnyMore: (fileName: string) => `${fileName} is not shown any more`,
  edit: 'Edit',
  editAtMost: (count: number) => `At most ${inFigures(count)} assets can be edited at once`,
});
