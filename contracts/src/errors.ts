/**
 * The closed list of error codes, with the HTTP status and the title of their problem+json (RFC 9457).
 * A code is stable; the sentence that a person reads is the frontend's.
 */
export const ERROR_CODES = {
  'invalid-request': { status: 400, title: 'The request is not of the form that this route takes' },
  'invalid-title': { status: 400, title: 'A title has 1 to 200 characters' },
  'invalid-duration': { status: 400, title: 'A duration is 1, 2, 3, 5, 7, 14 or 28 days' },
  'invalid-guest': { status: 400, title: 'A guest is a user of the account or one plain email address' },
  'invalid-address-domain': { status: 400, title: 'A domain of addresses is like example.com' },
  'guessable-password': { status: 400, title: 'This password is among the first that are guessed' },
  'empty-file': { status: 400, title: 'The file has no content' },
  'invalid-file-name': { status: 400, title: 'The file has no name that can be kept' },
  'upload-incomplete': { status: 400, title: 'The upload ended before the file was whole' },
  'not-signed-in': { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'The address or the password is not right' },
  'link-not-valid': { status: 401, title: 'This link does not open anything, or not any more' },
  'code-required': { status: 403, title: 'A code was sent to the guest by mail; it opens this' },
  'wrong-code': { status: 403, title: 'This is not the code that was sent' },
  'not-allowed': { status: 403, title: 'This is not allowed' },
  'shares-not-enabled': { status: 403, title: 'The shares feature is not enabled for this account' },
  'duration-not-allowed': {
    status: 403,
    title: 'The policy of the account or of a domain allows shorter durations only',
  },
  'guest-not-allowed': {
    status: 403,
    title: 'The policy of the account or of a domain does not allow this guest',
  },
  'assets-not-yours': {
    status: 403,
    title: 'The share holds assets of a domain that its owner does not belong to',
  },
  'links-not-shown': {
    status: 403,
    title: 'The policy of the account or of a domain keeps links to the mail',
  },
  'download-limit-reached': {
    status: 403,
    title: 'This guest has had as many downloads as the share allows',
  },
  'cross-site-request': { status: 403, title: 'The request came from another site' },
  'invitation-limit-reached': {
    status: 429,
    title: 'This person has invited as many guests within the hour as the policy allows',
  },
  'not-found': { status: 404, title: 'There is no such thing, or it is not yours to see' },
  'method-not-allowed': { status: 405, title: 'This route does not take that method' },
  'nothing-to-download': { status: 409, title: 'Nothing of what was asked for can be downloaded' },
  'nothing-to-share': { status: 409, title: 'Nothing of what was selected can be shared' },
  conflict: { status: 409, title: 'It was changed meanwhile, or exists already' },
  'request-in-progress': { status: 409, title: 'The same request is still being worked on' },
  'own-account': { status: 409, title: 'This is not done to the own account' },
  'last-administrator': { status: 409, title: 'An account keeps an administrator who can sign in' },
  'guest-still-active': { status: 409, title: 'The guest has a link that still works' },
  'guest-expired': { status: 409, title: 'The link of this guest has ended; a renewal gives another' },
  'code-expired': { status: 410, title: 'No code is waited for in this browser, or not any more' },
  'code-void': { status: 410, title: 'This code was tried too often; ask for another' },
  'not-downloadable': { status: 410, title: 'This cannot be downloaded any more' },
  'precondition-failed': { status: 412, title: 'It is not what was expected' },
  'too-large': { status: 413, title: 'This is more than is taken at once' },
  'unsupported-media-type': { status: 415, title: 'This route does not take that kind of body' },
  'range-not-satisfiable': { status: 416, title: 'There are no such bytes' },
  'too-many-requests': { status: 429, title: 'Too many requests; wait a little' },
  'internal-error': { status: 500, title: 'Something failed on our side' },
  'temporarily-unavailable': { status: 503, title: 'A part of the system does not answer right now' },
} as const;

/** One of the closed list of codes. */
export type ErrorCode = keyof typeof ERROR_CODES;
