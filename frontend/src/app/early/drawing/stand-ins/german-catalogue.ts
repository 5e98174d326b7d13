import { german as frame } from '../../../frame/words.de.ts';
import { german as pages } from '../../../pages/words.de.ts';
import { german as browseAssets } from '../../../../features/browse-assets/words.de.ts';
import { german as visitShare } from '../../../../features/visit-share/words.de.ts';
import { german as sharedAssets } from '../../../../shared/assets/words.de.ts';

/** Of the German words those that are drawn early. The build fails when one of the catalogues is missing. */
const german: Readonly<Record<string, object>> = {
  'app/frame': frame,
  'app/pages': pages,
  'features/browse-assets': browseAssets,
  'features/visit-share': visitShare,
  'shared/assets': sharedAssets,
};

export function catalogue<Words extends object>(name: string, _english: Words): Words {
  return german[name] as Words;
}
