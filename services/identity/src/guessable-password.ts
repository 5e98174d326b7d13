import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { User } from './user.ts';

/** What everybody who knows this portal tries first, in the languages that it speaks (OWASP ASVS 5.0, 6.1.2). */
const WORDS_OF_PORTAL = [
  ...['vitrine', 'portal', 'account', 'domain', 'domains', 'asset', 'assets', 'share', 'shares', 'guest'],
  ...['download', 'downloads', 'brand', 'media', 'admin', 'administrator', 'user', 'welcome', 'login'],
  ...['password', 'passwort', 'willkommen', 'freigabe', 'freigaben', 'gast', 'start', 'test', 'demo'],
];
/** Shorter parts of a name stand in too much else. */
const WORD_LENGTH_MIN = 3;

type Person = Pick<User, 'email' | 'name'>;

/**
 * @throws AppError `guessable-password` for one of the passwords that many people had when theirs were stolen, and for
 * one that is made of nothing but words of this portal and of the person, with digits and signs between them
 */
export const demandHardToGuess = async (password: string, person: Person): Promise<void> => {
  const plain = plainOf(password);
  if (isOfKnownWords(plain, person) || (await commonPasswords()).has(plain))
    throw new AppError('guessable-password');
};

/** Whether nothing but digits and signs is left without the words of this portal and of the person. */
export const isOfKnownWords = (password: string, { email, name }: Person): boolean => {
  const words = [...WORDS_OF_PORTAL, ...wordsIn(email), ...wordsIn(name)];
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ' '), plainOf(password));
  return left !== plainOf(password) && !/\p{L}/u.test(left);
};

const plainOf = (text: string): string => text.normalize('NFKC').toLowerCase();

const wordsIn = (text: string): string[] =>
  plainOf(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= WORD_LENGTH_MIN);

const kept: { common?: Promise<ReadonlySet<string>> } = {};

/** Some 18,000 of at least eight characters. Read once, and when one is first set: it is much to keep for nothing. */
const commonPasswords = (): Promise<ReadonlySet<string>> => (kept.common ??= readCommonPasswords());

const readCommonPasswords = async (): Promise<ReadonlySet<string>> => {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary['passwords-common']);
};
