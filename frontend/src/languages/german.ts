import { german as frame } from '../app/frame/words.de.ts';
import { german as administrationPage } from '../app/pages/administration/words.de.ts';
import { german as pages } from '../app/pages/words.de.ts';
import { german as addToShare } from '../features/add-to-share/words.de.ts';
import { german as administerDomains } from '../features/administer-domains/words.de.ts';
import { german as administerFeatures } from '../features/administer-features/words.de.ts';
import { german as administerPolicy } from '../features/administer-policy/words.de.ts';
import { german as administerUsers } from '../features/administer-users/words.de.ts';
import { german as apiTokens } from '../features/api-tokens/words.de.ts';
import { german as browseAssets } from '../features/browse-assets/words.de.ts';
import { german as browseSharedAssets } from '../features/browse-shared-assets/words.de.ts';
import { german as browseShares } from '../features/browse-shares/words.de.ts';
import { german as changePassword } from '../features/change-password/words.de.ts';
import { german as createShare } from '../features/create-share/words.de.ts';
import { german as deleteShare } from '../features/delete-share/words.de.ts';
import { german as downloadAssets } from '../features/download-assets/words.de.ts';
import { german as editAssets } from '../features/edit-assets/words.de.ts';
import { german as followDownloads } from '../features/follow-downloads/words.de.ts';
import { german as manageGuests } from '../features/manage-guests/words.de.ts';
import { german as ownSessions } from '../features/own-sessions/words.de.ts';
import { german as pickAssets } from '../features/pick-assets/words.de.ts';
import { german as previewAsset } from '../features/preview-asset/words.de.ts';
import { german as recoverPassword } from '../features/recover-password/words.de.ts';
import { german as removeFromShare } from '../features/remove-from-share/words.de.ts';
import { german as searchAssets } from '../features/search-assets/words.de.ts';
import { german as selectAssets } from '../features/select-assets/words.de.ts';
import { german as shareAssets } from '../features/share-assets/words.de.ts';
import { german as searchAudit } from '../features/search-audit/words.de.ts';
import { german as showActivity } from '../features/show-activity/words.de.ts';
import { german as showShare } from '../features/show-share/words.de.ts';
import { german as shortcutsList } from '../features/show-shortcuts/list-words.de.ts';
import { german as showShortcuts } from '../features/show-shortcuts/words.de.ts';
import { german as signIn } from '../features/sign-in/words.de.ts';
import { german as signOutEverywhere } from '../features/sign-out-everywhere/words.de.ts';
import { german as switchDomain } from '../features/switch-domain/words.de.ts';
import { german as uploadAssets } from '../features/upload-assets/words.de.ts';
import { german as visitShare } from '../features/visit-share/words.de.ts';
import { german as sharedAdministration } from '../shared/administration/words.de.ts';
import { german as sharedApi } from '../shared/api/words.de.ts';
import { german as sharedAssets } from '../shared/assets/words.de.ts';
import { german as sharedConnection } from '../shared/connection/words.de.ts';
import { german as sharedGuests } from '../shared/guests/words.de.ts';
import { german as sharedNotices } from '../shared/notices/words.de.ts';
import { german as sharedSessions } from '../shared/sessions/words.de.ts';
import { german as sharedShares } from '../shared/shares/words.de.ts';
import { german as sharedUi } from '../shared/ui/words.de.ts';
import type { Translation } from '../shared/words/catalogue.ts';

/** All German words. They are read only where the reader's language is German. */
export const german: Translation = {
  'app/frame': frame,
  'app/pages/administration': administrationPage,
  'app/pages': pages,
  'features/add-to-share': addToShare,
  'features/administer-domains': administerDomains,
  'features/administer-features': administerFeatures,
  'features/administer-policy': administerPolicy,
  'features/administer-users': administerUsers,
  'features/api-tokens': apiTokens,
  'features/browse-assets': browseAssets,
  'features/browse-shared-assets': browseSharedAssets,
  'features/browse-shares': browseShares,
  'features/change-password': changePassword,
  'features/create-share': createShare,
  'features/delete-share': deleteShare,
  'features/download-assets': downloadAssets,
  'features/edit-assets': editAssets,
  'features/follow-downloads': followDownloads,
  'features/manage-guests': manageGuests,
  'features/own-sessions': ownSessions,
  'features/pick-assets': pickAssets,
  'features/preview-asset': previewAsset,
  'features/recover-password': recoverPassword,
  'features/remove-from-share': removeFromShare,
  'features/search-assets': searchAssets,
  'features/select-assets': selectAssets,
  'features/share-assets': shareAssets,
  'features/search-audit': searchAudit,
  'features/show-activity': showActivity,
  'features/show-share': showShare,
  'features/show-shortcuts/list-words': shortcutsList,
  'features/show-shortcuts': showShortcuts,
  'features/sign-in': signIn,
  'features/sign-out-everywhere': signOutEverywhere,
  'features/switch-domain': switchDomain,
  'features/upload-assets': uploadAssets,
  'features/visit-share': visitShare,
  'shared/administration': sharedAdministration,
  'shared/api': sharedApi,
  'shared/assets': sharedAssets,
  'shared/connection': sharedConnection,
  'shared/guests': sharedGuests,
  'shared/notices': sharedNotices,
  'shared/sessions': sharedSessions,
  'shared/shares': sharedShares,
  'shared/ui': sharedUi,
};
