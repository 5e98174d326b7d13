import { useState } from 'react';
import type { Policy } from '../../shared/administration/administration-api.ts';
import { tell } from '../../shared/notices/notice.ts';
import { useOnce } from '../../shared/ui/use-once.ts';
import { useOutcome } from '../../shared/ui/use-outcome.ts';
import { useChangePolicy } from './administer-policy-api.ts';
import { words } from './words.ts';

/** The rules as they are being written: what was changed, over what holds. Whoever else changes something may do so. */
export function useRulesDraft(policy: Policy) {
  const changing = useChangePolicy();
  const follow = useOutcome();
  const [changes, setChanges] = useState<Partial<Policy>>({});

  function save() {
    if (changing.isPending) return;
    follow(changing.mutateAsync(changes), {
      tell: () => tell(words.rulesSaved),
      there: () => setChanges((held) => changedSince(held, changes)),
    });
  }

  return {
    draft: { ...policy, ...changes },
    change: (parts: Partial<Policy>) => setChanges((held) => ({ ...held, ...parts })),
    changing,
    save: useOnce(save),
  };
}

/** What was changed while the rest was being saved is to be saved yet. */
function changedSince(held: Partial<Policy>, saved: Partial<Policy>): Partial<Policy> {
  const savedValues = new Map<string, unknown>(Object.entries(saved));
  return Object.fromEntries(Object.entries(held).filter(([rule, value]) => savedValues.get(rule) !== value));
}
