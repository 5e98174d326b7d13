import { parseEmailAddress } from '@vitrine/contracts';
import { isName } from '../../shared/administration/is-name.ts';

/** A user before there is one, as it is being typed. */
export type UserDraft = {
  name: string;
  email: string;
  isAdministrator: boolean;
  domainIds: readonly string[];
  password: PasswordDraft;
};

/** A password that is made, or the one that is typed. */
export type PasswordDraft = { isMade: boolean; text: string };

export type Missing = { name: boolean; email: boolean; password: boolean };

export const emptyPassword: PasswordDraft = { isMade: true, text: '' };
export const emptyDraft: UserDraft = {
  name: '',
  email: '',
  isAdministrator: false,
  domainIds: [],
  password: emptyPassword,
};
export const nothingMissing: Missing = { name: false, email: false, password: false };

const PASSWORD_LENGTH_MIN = 8;

export function missingIn({ name, email, password }: UserDraft): Missing {
  return {
    name: !isName(name),
    // The server has the last word; this only spares a way there.
    email: parseEmailAddress(email) === null,
    password: isTooShort(password),
  };
}

export function isTooShort({ isMade, text }: PasswordDraft): boolean {
  return !isMade && text.length < PASSWORD_LENGTH_MIN;
}

/** What is sent of a password: nothing where one is to be made. */
export function passwordOf({ isMade, text }: PasswordDraft): { password?: string } {
  return isMade ? {} : { password: text };
}

export function withDomain(draft: UserDraft, domainId: string, isMember: boolean): UserDraft {
  const others = draft.domainIds.filter((id) => id !== domainId);
  return { ...draft, domainIds: isMember ? [...others, domainId] : others };
}
