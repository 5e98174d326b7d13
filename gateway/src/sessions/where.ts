import * as z from 'zod';

/** Where a session is used: as much of it as a person needs to know it again, and no more of what browsers tell. */
export const Where = z.object({
  /** Null where the browser has no name that we know. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** As limits are counted by: of IPv6 the network only. */
  address: z.string(),
});
export type Where = z.infer<typeof Where>;

/** Most pretend to be Chrome or Safari as well, so those come last. */
const BROWSERS: readonly [name: string, sign: RegExp][] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\b(?:OPR|Opera)\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Vivaldi', /\bVivaldi\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Headless)?(?:Chrome|CriOS|Chromium)\//],
  ['Safari', /\bVersion\/[\d.]+ (?:Mobile\/\w+ )?Safari\//],
  ['curl', /^curl\//],
];

/** Android says that it is Linux, too, and an iPhone that it is like a Mac. */
const SYSTEMS: readonly [name: string, sign: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b|\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
];

/** Longer than any that a browser sends. */
const USER_AGENT_MAX = 1_000;

/** What a person calls the browser and the system that say this of themselves. They are believed: it opens nothing. */
export const deviceOf = (userAgent: string | undefined): Pick<Where, 'browser' | 'system'> => {
  const text = (userAgent ?? '').slice(0, USER_AGENT_MAX);
  return { browser: nameIn(BROWSERS, text), system: nameIn(SYSTEMS, text) };
};

const nameIn = (known: typeof BROWSERS, text: string): string | null =>
  known.find(([, sign]) => sign.test(text))?.[0] ?? null;
