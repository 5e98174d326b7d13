import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/administer-policy', {
  loading: 'Loading the policy',
  failedTitle: 'The policy could not be loaded',
  rulesHeading: 'Invitations',
  rulesHint:
    'This holds for invitations, renewals and what is sent again from now on. Links that have gone out work until their end.',
  externalOn: 'Anybody with an address can be invited, within the domains below.',
  externalOff: 'Only colleagues can be invited. Guests from outside keep the links they have.',
  codesOn:
    'Every link asks for a code that is sent to the guest’s address. Whoever has a share open keeps it open.',
  codesOff: 'A link opens its share by itself, unless the share asks for a code.',
  linksOn:
    'Who manages a share can be shown a link of a guest, to hand it over without a mail. The audit names each.',
  linksOff: 'Links go out by mail alone.',
  perHourHint: 'At most, renewals and resent invitations included. Empty: no limit.',
  dataDays: 'Days until details of external guests are removed',
  dataDaysHint:
    'Counted from the end of their link. Their address, name and place of access go for good; what happened stays. Empty: never.',
  never: 'Never',
  allowedHint: 'One per line, subdomains included. Empty: every domain.',
  blockedHint: 'Nobody with an address there can be invited, even if it lies within an allowed domain.',
  saveRules: 'Save',
  rulesSaved: 'The policy was saved and holds from now on',
  mailsHeading: 'Mails',
  mailsHint: 'Invitations always go out, and so does what a guest asks for. These go out beside them.',
  mails: {
    remindGuests: {
      label: 'Remind guests',
      on: 'Guests get a mail a day before their link ends. It has a link that works until then.',
      off: 'No guest hears that their link is about to end.',
    },
    remindOwners: {
      label: 'Tell owners about guests who never opened a share',
      on: 'The owner of a share gets a mail a day before a link ends that was never opened, and another when it ended.',
      off: 'Owners find out by looking at the guests of their shares.',
    },
    reportFailures: {
      label: 'Tell owners about invitations that could not be delivered',
      on: 'The owner of a share gets a mail with the reason when an invitation could not be delivered.',
      off: 'Owners find out by looking at the guests of their shares.',
    },
  },
  nowOn: (mail: string) => `On now: ${mail}`,
  nowOff: (mail: string) => `Off now: ${mail}`,
});
