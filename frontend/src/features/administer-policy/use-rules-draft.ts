import { useState } from 'react';
import { tell } from '../../shared/notices/notice.ts';
import { useChangePolicy } from './administer-policy-api.ts';
import type { Policy } from './administer-policy-api.ts';
import { asLines, linesIn } from './lines.ts';
import { words } from './words.ts';

/** The rules as they are being written, domains one a line. */
export function useRulesDraft(policy: Policy) {
  const changing = useChangePolicy();
  const [draft, setDraft] = useState(() => draftOf(policy));

  function save() {
    if (changing.isPending) return;
    const { allowed, blocked, ...rules } = draft;
    const domains = { allowedDomains: linesIn(allowed), blockedDomains: linesIn(blocked) };
    changing.mutate(
      { ...rules, ...domains },
      {
        onSuccess: (saved) => {
          setDraft(draftOf(saved));
          tell(words.rulesSaved);
        },
      },
    );
  }

  return {
    draft,
    change: (parts: Partial<typeof draft>) => setDraft((held) => ({ ...held, ...parts })),
    changing,
    save,
  };
}

function draftOf(policy: Policy) {
  const { allowedDomains, blockedDomains, ...rules } = policy;
  const { longestDurationDays, externalGuests, codeRequired, invitationsPerHour, guestDataDays } = rules;
  return {
    longestDurationDays,
    externalGuests,
    codeRequired,
    invitationsPerHour,
    guestDataDays,
    allowed: asLines(allowedDomains),
    blocked: asLines(blockedDomains),
  };
}
