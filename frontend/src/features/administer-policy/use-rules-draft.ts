import { useState } from 'react';
import type { Policy } from '../../shared/administration/administration-api.ts';
import { tell } from '../../shared/notices/notice.ts';
import { useChangePolicy } from './administer-policy-api.ts';
import { words } from './words.ts';

/** The rules as they are being written. */
export function useRulesDraft(policy: Policy) {
  const changing = useChangePolicy();
  const [draft, setDraft] = useState(() => rulesOf(policy));

  function save() {
    if (changing.isPending) return;
    changing.mutate(draft, {
      onSuccess: (saved) => {
        setDraft(rulesOf(saved));
        tell(words.rulesSaved);
      },
    });
  }

  return {
    draft,
    change: (parts: Partial<typeof draft>) => setDraft((held) => ({ ...held, ...parts })),
    changing,
    save,
  };
}

/** Without the mails: each of their switches holds at once. */
function rulesOf({ remindGuests: _g, remindOwners: _o, reportFailures: _f, ...rules }: Policy) {
  return rules;
}
