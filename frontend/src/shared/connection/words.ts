import { catalogue } from '../words/catalogue.ts';

export const words = catalogue({
  en: {
    offline: 'You are offline. What you see stays, and goes on by itself once you are back.',
    unreachable: 'The portal does not answer. What you see stays, and goes on by itself.',
  },
});
