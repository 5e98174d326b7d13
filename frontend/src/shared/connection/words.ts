import { catalogue } from '../words/catalogue.ts';

export const words = catalogue('shared/connection', {
  away: 'No connection. What you see stays, and is read again as soon as there is one.',
  slow: 'The portal is taking long to answer.',
  stopWaiting: 'Stop waiting',
});
