import type { DomainPolicy } from '@vitrine/contracts';
import type { Policy } from '../../shared/administration/administration-api.ts';
import { formatList } from '../../shared/format/format-list.ts';
import { words } from './words.ts';

/** What holds in a part, and whether that is the domain's own: stricter than what the account asks for. */
export type Standing = { isOwn: boolean; sentence: string };

const { rules } = words;

/** What holds for shares with assets of a domain, part by part. */
export function standingsOf(own: DomainPolicy, account: Policy): Record<keyof DomainPolicy, Standing> {
  return {
    longestDurationDays: duration(own, account),
    externalGuests: standing(account.externalGuests && !own.externalGuests, (isOwn) =>
      account.externalGuests && !isOwn ? rules.anybody : rules.onlyColleagues,
    ),
    codeRequired: standing(!account.codeRequired && own.codeRequired, (isOwn) =>
      account.codeRequired || isOwn ? rules.everyLinkAsks : rules.sharesDecide,
    ),
    linksToCopy: standing(account.linksToCopy && !own.linksToCopy, (isOwn) =>
      account.linksToCopy && !isOwn ? rules.linksShown : rules.linksByMail,
    ),
    invitationsPerHour: perHour(own.invitationsPerHour, account.invitationsPerHour),
    allowedDomains: standing(own.allowedDomains.length > 0, (isOwn) =>
      isOwn
        ? rules.onlyThese(formatList(account.allowedDomains))
        : rules.allowed(formatList(account.allowedDomains)),
    ),
    blockedDomains: standing(own.blockedDomains.length > 0, (isOwn) =>
      isOwn
        ? rules.theseToo(formatList(account.blockedDomains))
        : rules.blocked(formatList(account.blockedDomains)),
    ),
  };
}

/** How long a link may work at most: the domain's own where that is shorter. */
export function longestWithin(own: DomainPolicy, account: Policy) {
  const longest = own.longestDurationDays;
  return longest !== null && longest < account.longestDurationDays ? longest : account.longestDurationDays;
}

function duration(own: DomainPolicy, account: Policy): Standing {
  const longest = longestWithin(own, account);
  return standing(longest < account.longestDurationDays, () => rules.upTo(longest));
}

function perHour(own: number | null, account: number | null): Standing {
  if (own !== null && (account === null || own < account)) return standing(true, () => rules.atMost(own));
  return standing(false, () => (account === null ? rules.noLimit : rules.atMost(account)));
}

function standing(isOwn: boolean, what: (isOwn: boolean) => string): Standing {
  return { isOwn, sentence: (isOwn ? rules.own : rules.asAccount)(what(isOwn)) };
}
