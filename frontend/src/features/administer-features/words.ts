import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/administer-features', {
  list: 'Features',
  shares: 'Shares',
  sharesOn: 'Everybody in the account can share assets of their domains with guests, for a limited time.',
  sharesOff: 'Nobody in the account can share. Existing shares are kept, and no guest sees them.',
  loading: 'Loading features',
  failedTitle: 'The features could not be loaded',
  offTitle: 'Switch shares off?',
  offConsequence:
    'The Share button and Shares in the navigation disappear for everybody in the account. The links of all guests stop working at once, and what guests are downloading breaks off.',
  offKept:
    'The shares and their guests are kept. Once shares are switched on again, links work again until their own end, which does not move.',
  offAction: 'Switch shares off',
  nowOff: 'Shares are off: no guest sees anything now',
  nowOn: 'Shares are on: links that have not ended work again',
});
