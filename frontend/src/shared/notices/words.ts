import { catalogue } from '../words/catalogue.ts';

export const words = catalogue('shared/notices', { notices: 'Notices', dismiss: 'Dismiss' });
