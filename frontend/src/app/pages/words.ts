import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('app/pages', {
  pageTitle: (page: string) => `${page} – Vitrine`,
  signIn: 'Sign in',
  forgot: 'Forgot your password?',
  assets: 'Assets',
  invitation: 'Invitation',
  toolbar: 'Selection and view',
  notShownAnyMore: (fileName: string) => `${fileName} is not shown any more`,
  edit: 'Edit',
  editAtMost: (count: number) => `At most ${count} assets can be edited at once`,
});
