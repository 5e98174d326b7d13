import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/sign-out-everywhere', {
  title: 'Sign out everywhere?',
  consequence:
    'All of your sessions end at once, in this browser and in every other. Your password and your shares stay as they are.',
  action: 'Sign out everywhere',
});
