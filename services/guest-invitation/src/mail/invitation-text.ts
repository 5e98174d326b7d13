import type { InvitationFacts } from './invitation-html.ts';
import type { MailWords } from './words.ts';

const paragraphs = (facts: InvitationFacts, words: MailWords): (string | null)[] => [
  words.invitation.sentence(facts.sharedBy, facts.title),
  facts.message === null || facts.message === '' ? null : words.quoted(facts.message),
  facts.description === '' ? null : facts.description,
  words.invitation.filesUntil(facts.fileCount, facts.until),
  `${words.openShare}:\n${facts.link}`,
  facts.isInternal ? words.invitation.underShares : null,
  facts.replacesLink ? words.invitation.replacesLink : null,
  words.forYouAlone,
];

/** The invitation as plain text, with the same one link as the HTML part. */
export const invitationText = (facts: InvitationFacts, words: MailWords): string =>
  `${paragraphs(facts, words)
    .filter((each) => each !== null)
    .join('\n\n')}\n`;
