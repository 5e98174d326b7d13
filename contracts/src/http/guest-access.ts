import * as z from 'zod';
import { MailLanguage } from '../model/mail-language.ts';
import { Nothing, PageQuery, errorsOf, openRoute, pageOf, route } from './route.ts';
import { SharedAssetView } from './shares.ts';

/** What a guest's browser knows after opening the link. */
export const GuestSessionView = z.object({
  invitationId: z.uuid(),
  shareId: z.uuid(),
  email: z.string(),
  expiresAt: z.iso.datetime(),
});
export type GuestSessionView = z.infer<typeof GuestSessionView>;

/** What the guest reads the page in: mails to the guest are written in it from then on. */
const ReadIn = MailLanguage.optional();

/** Said of each route that a guest with several shares open says more to. */
const OF_WHICH_SHARE =
  'Of the share that the header `Vitrine-Guest-Share` names by its id; without it, of the one opened last in this browser.';

/** The six digits of a mail. */
export const GuestCode = z.string().regex(/^\d{6}$/);

/** The guest's session. Answered by the gateway. */
export const guestSessionContract = {
  open: openRoute
    .route({
      method: 'POST',
      path: '/guest/session',
      successStatus: 201,
      summary: 'Open an invitation',
      description:
        'Where a code is asked for, it is sent by mail, and `code-required` is the answer; it is entered in the same browser.',
      tags: ['Guest'],
    })
    .errors(errorsOf('link-not-valid', 'code-required'))
    .input(
      z.object({
        token: z.string().min(1).max(200),
        /** Sends another code where one is asked for; the one before is void. */
        newCode: z.boolean().default(false),
        language: ReadIn,
      }),
    )
    .output(GuestSessionView),
  enterCode: openRoute
    .route({
      method: 'POST',
      path: '/guest/session/code',
      successStatus: 201,
      summary: 'Open an invitation by the code that was sent',
      description:
        'In the browser that asked for it by the same link, within ten minutes. After five tries another one has to be asked for.',
      tags: ['Guest'],
    })
    .errors(errorsOf('link-not-valid', 'wrong-code', 'code-expired', 'code-void'))
    .input(z.object({ token: z.string().min(1).max(200), code: GuestCode, language: ReadIn }))
    .output(GuestSessionView),
  get: openRoute
    .route({
      method: 'GET',
      path: '/guest/session',
      summary: 'What am I invited to',
      description: OF_WHICH_SHARE,
      tags: ['Guest'],
    })
    .errors(errorsOf('not-signed-in', 'link-not-valid'))
    .output(GuestSessionView),
  setLanguage: openRoute
    .route({
      method: 'PUT',
      path: '/guest/session/language',
      successStatus: 204,
      summary: 'Tell what one reads the page in; mails are written in it from then on',
      tags: ['Guest'],
    })
    .errors(errorsOf('not-signed-in', 'link-not-valid'))
    .input(z.object({ language: MailLanguage }))
    .output(Nothing),
  requestLink: openRoute
    .route({
      method: 'POST',
      path: '/guest/link-request',
      successStatus: 202,
      summary: 'Ask for a new link',
      description:
        'By a link that opens nothing any more. Its owner gets a mail, at most one a day; the answer is the same for what never was a link.',
      tags: ['Guest'],
    })
    .input(z.object({ token: z.string().min(1).max(200) }))
    .output(Nothing),
  leave: openRoute
    .route({
      method: 'DELETE',
      path: '/guest/session',
      successStatus: 204,
      summary: 'Leave',
      description: OF_WHICH_SHARE,
      tags: ['Guest'],
    })
    .output(Nothing),
};

/** The share as a guest sees it: rule 8 of product.md is the whole list of fields. */
export const GuestShareView = z.object({
  id: z.uuid(),
  title: z.string(),
  description: z.string(),
  sharedBy: z.string(),
  expiresAt: z.iso.datetime(),
  assetCount: z.int(),
  /** Bytes of all assets that can be taken now. */
  totalByteSize: z.int(),
  /** How many downloads each guest may begin, and how many are left to this one; null where there is no limit. */
  downloadsMax: z.int().nullable(),
  downloadsLeft: z.int().nonnegative().nullable(),
});
export type GuestShareView = z.infer<typeof GuestShareView>;

/** What the guest's page shows. Answered by share. */
export const guestAccessContract = {
  share: route
    .route({
      method: 'GET',
      path: '/guest/share',
      summary: 'The share that I am a guest of',
      description: OF_WHICH_SHARE,
      tags: ['Guest'],
    })
    .errors(errorsOf('link-not-valid'))
    .output(GuestShareView),
  assets: route
    .route({
      method: 'GET',
      path: '/guest/share/assets',
      summary: 'Its assets',
      description: OF_WHICH_SHARE,
      tags: ['Guest'],
    })
    .errors(errorsOf('link-not-valid'))
    .input(PageQuery)
    .output(pageOf(SharedAssetView)),
};
