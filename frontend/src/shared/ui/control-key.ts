import { words } from './words.ts';

/** What the key for commands is called on this kind of machine. */
export function controlKey(userAgent = navigator.userAgent): string {
  return /mac|iphone|ipad/i.test(userAgent) ? '⌘' : words.control;
}
