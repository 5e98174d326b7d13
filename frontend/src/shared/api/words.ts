import type { ApiErrorCode } from './api-error.ts';
import { catalogue } from '../words/catalogue.ts';

const sentences: Record<ApiErrorCode, string> = {
  offline: 'The portal cannot be reached. Nothing was lost; check your connection and try again.',
  unanswered: 'The portal did not answer in time. Nothing was lost; try again.',
  'invalid-request': 'This could not be understood. Nothing was changed; check what you entered.',
  'invalid-title': 'A title has 1 to 200 characters. Nothing was saved yet; shorten or complete it.',
  'invalid-duration': 'A link lasts 1, 2, 3, 5, 7, 14 or 28 days. Choose one of these.',
  'invalid-guest':
    'This is not one plain email address or a person in your account. Correct it and try again.',
  'invalid-address-domain': 'One of these is no domain, so nothing was changed. Write each like example.com.',
  'guessable-password':
    'This password is easy to guess. Nothing was changed; a few words together make a better one.',
  'empty-file': 'The file has no content, so it was not kept. Check the file and choose it again.',
  'invalid-file-name': 'The file’s name cannot be kept. Rename the file and upload it again.',
  'upload-incomplete': 'The upload broke off before the file was whole; nothing of it was kept. Try again.',
  'not-signed-in': 'Your session had ended, so this was not done. Nothing was lost; try again.',
  'wrong-credentials': 'The email or the password is not right. Check both and try again.',
  'link-not-valid': 'This link does not open anything, or not any more. Ask the sender for a new one.',
  'code-required': 'Enter the code from your mail.',
  'wrong-code': 'This is not the code.',
  'code-expired': 'Ask for a new code.',
  'code-void': 'Ask for a new code.',
  'not-allowed': 'You are not allowed to do this. Nothing was changed; your administrator can help.',
  'duration-not-allowed':
    'The policy of your account or of a domain allows shorter durations only. Choose a shorter one.',
  'guest-not-allowed':
    'The policy of your account or of a domain does not allow this guest any more. Nothing was sent.',
  'assets-not-yours':
    'This share holds assets of a domain that you do not belong to. Nothing was sent; take them out, or ask an administrator to invite.',
  'links-not-shown':
    'The policy of your account or of a domain lets links go out by mail only. Resend the invitation instead.',
  'shares-not-enabled': 'Shares are not enabled for your account. Contact your administrator.',
  'invitation-limit-reached':
    'You have invited as many guests within an hour as the policy allows. Nothing was sent; try again later.',
  'download-limit-reached': 'You have used all downloads of this share.',
  'cross-site-request': 'This came from another site and was not carried out. Reload the page and try again.',
  'not-found': 'This does not exist any more, or it is not yours to see.',
  'method-not-allowed': 'This cannot be done here. Nothing was changed; reload the page.',
  'nothing-to-download': 'Nothing that you selected can be downloaded right now.',
  'nothing-to-share': 'Nothing that you selected can be shared. Select other assets.',
  conflict: 'Somebody changed this in the meantime. Nothing of yours was saved; reload and try again.',
  'request-in-progress': 'This is still being worked on. Wait a moment before trying again.',
  'own-account': 'This is your own account, so nothing was changed. Another administrator can do it.',
  'last-administrator':
    'Nobody else could administer the account then, so nothing was changed. Make somebody else an administrator first.',
  'guest-still-active': 'This guest has a link that still works, so nothing was changed.',
  'guest-expired': 'The link of this guest has ended meanwhile. Renew it to give a new one.',
  'not-downloadable': 'This cannot be downloaded any more.',
  'precondition-failed':
    'Somebody changed this in the meantime. Nothing of yours was saved; reload and try again.',
  'too-large': 'This is too much at once. Nothing was kept; try with less.',
  'unsupported-media-type': 'This kind of content is not accepted here. Nothing was kept.',
  'range-not-satisfiable': 'This part of the file does not exist. Start the download again.',
  'too-many-requests': 'This was tried too often. Nothing is lost; wait a minute and try again.',
  'internal-error': 'Something failed on our side. What was saved before is kept; try again in a moment.',
  'temporarily-unavailable':
    'A part of the portal does not answer right now. Nothing is lost; try again shortly.',
};

/** What happened, what was kept, what to do. */
export const words = catalogue('shared/api', {
  doneBefore:
    'Your first try went through, as it was then; nothing was done twice. Close this and look at what is there.',
  whileAway: 'This did not come through. Try again once there is a connection.',
  sentences,
});
