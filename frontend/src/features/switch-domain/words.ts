import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/switch-domain', {
  domains: 'Domains',
  current: (name: string) => `Domains: ${name}`,
  none: 'No domain',
  noneWords: 'You do not belong to a domain yet. Contact your administrator.',
});
