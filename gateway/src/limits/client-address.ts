import { isIP, isIPv6 } from 'node:net';

/** What is known of where a request came from. */
export interface Origins {
  socketAddress: string | undefined;
  /** X-Forwarded-For, which anybody can write: only what our own proxies added to it counts. */
  forwardedFor: string | undefined;
  /** How many proxies of ours stand in front; each adds the address that it was called from. */
  trustedProxies: number;
}

/** The address that limits are counted for: an IPv4 address, or the /64 network that one subscriber of IPv6 has. */
export const clientAddress = ({ socketAddress, forwardedFor, trustedProxies }: Origins): string => {
  const forwarded = (forwardedFor ?? '').split(',').map((part) => part.trim());
  const claimed = trustedProxies > 0 ? forwarded[Math.max(0, forwarded.length - trustedProxies)] : undefined;
  const address = claimed !== undefined && isIP(claimed) !== 0 ? claimed : (socketAddress ?? 'unknown');
  return networkOf(address.replace(/^::ffff:(?=[\d.]+$)/i, ''));
};

const networkOf = (address: string): string =>
  isIPv6(address) ? `${groupsOf(address).slice(0, 4).join(':')}::/64` : address;

/** The eight groups of an IPv6 address in their one canonical form (RFC 5952). */
const groupsOf = (address: string): string[] => {
  const canonical = new URL(`http://[${address.split('%')[0] ?? ''}]`).hostname.slice(1, -1);
  const [head = [], tail = []] = canonical.split('::').map((half) => half.split(':').filter(Boolean));
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
};
