import type { InvitationWords } from './invitation-html.ts';

const paragraphs = (words: InvitationWords): (string | null)[] => [
  `${words.sharedBy} shared “${words.title}” with you.`,
  words.message === null || words.message === '' ? null : `“${words.message}”`,
  words.description === '' ? null : words.description,
  `${words.files}, yours to see and to download until ${words.until}.`,
  `Open share:\n${words.link}`,
  words.isInternal ? 'You also find it under Shares when you are signed in.' : null,
  words.replacesLink ? 'The link in our earlier mail does not open anything any more.' : null,
  'This link is for you alone. Please keep it to yourself.',
];

/** The invitation as plain text, with the same one link as the HTML part. */
export const invitationText = (words: InvitationWords): string =>
  `${paragraphs(words)
    .filter((each) => each !== null)
    .join('\n\n')}\n`;
