import type { AssetSort, Density, Layout } from './assets-view.ts';
import { catalogue } from '../../shared/words/catalogue.ts';
import { plural } from '../../shared/words/plural.ts';

const sorts: Record<AssetSort, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  name: 'Name',
  largest: 'Largest first',
  smallest: 'Smallest first',
};

const densities: Record<Density, string> = {
  compact: 'Compact',
  comfortable: 'Comfortable',
  spacious: 'Spacious',
};

const layouts: Record<Layout, string> = { grid: 'Grid', list: 'List' };

export const words = catalogue('features/browse-assets', {
  list: 'Assets',
  count: (total: number) => plural(total, { one: '# asset', other: '# assets' }),
  sorts,
  layouts,
  densities,
  sort: 'Sort',
  layout: 'Layout',
  density: 'Density',
  kind: 'Kind',
  anyKind: 'Any kind',
  availability: 'Availability',
  anyAvailability: 'Any availability',
  notForDownload: 'Cannot be downloaded',
  beingPrepared: 'Being prepared',
  expiredOn: (day: string) => `Expired ${day}`,
  expiresOn: (day: string) => `Expires ${day}`,
  notShareableWords: 'May be downloaded, but not shared with guests',
  notYours: 'Not in your domains',
  notYoursWords: 'In a domain that you do not belong to: guests of the share get it, but not you',
  keptFromGuestsWords: 'It may not be shared any more: guests neither see nor get it',
  unavailableWords: 'Taken out of use: it cannot be downloaded or shared',
  expiredWords: (instant: string) => `Its rights ended on ${instant}: it cannot be downloaded or shared`,
  processingWords: 'Still being prepared: it can be downloaded when this is done',
  expiresWords: (instant: string) => `Can be downloaded until ${instant}`,
  loading: 'Loading assets',
  loadingMore: 'Loading more assets',
  emptyTitle: 'No assets here yet',
  emptyWords: 'Drop files anywhere on this page, or choose them with Upload.',
  noMatchTitle: 'Nothing matches',
  noMatchWords: 'No asset of this domain has these words and filters.',
  clearFilters: 'Clear search and filters',
  failedTitle: 'The assets could not be loaded',
  noDomainTitle: 'You do not belong to a domain yet',
  noDomainWords: 'Assets belong to domains. Ask your administrator to add you to one.',
});
