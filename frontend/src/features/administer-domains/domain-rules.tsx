import { INVITATIONS_PER_HOUR_MAX } from '@vitrine/contracts';
import type { DomainPolicy } from '@vitrine/contracts';
import { useId } from 'react';
import { AddressDomainsField } from '../../shared/administration/address-domains-field.tsx';
import type { Policy } from '../../shared/administration/administration-api.ts';
import { AmountField } from '../../shared/administration/amount-field.tsx';
import { words as sharedWords } from '../../shared/administration/words.ts';
import { DurationOptions } from '../../shared/guests/duration-options.tsx';
import { Toggle } from '../../shared/ui/toggle.tsx';
import { longestWithin, standingsOf } from './domain-policy-words.ts';
import type { Standing } from './domain-policy-words.ts';
import classes from './domain-policy.module.css';

const { rules } = sharedWords;

type Props = {
  policy: DomainPolicy;
  account: Policy;
  onChange: (parts: Partial<DomainPolicy>) => void;
};

/** The rules of a domain, each with what holds: what the account asks for anyway cannot be loosened. */
export function DomainRules(props: Props) {
  return (
    <div className={classes.rules}>
      <Duration {...props} />
      <Toggles {...props} />
      <Lists {...props} />
    </div>
  );
}

function Duration({ policy, account, onChange }: Props) {
  const id = useId();
  return (
    <div>
      <DurationOptions
        label={rules.longest}
        value={longestWithin(policy, account)}
        longest={account.longestDurationDays}
        // That of the account follows the account, also when that changes.
        onChange={(days) =>
          onChange({ longestDurationDays: days === account.longestDurationDays ? null : days })
        }
        describedBy={id}
      />
      <p id={id} className={classes.below}>
        <What is={standingsOf(policy, account).longestDurationDays} />
      </p>
    </div>
  );
}

function Toggles({ policy, account, onChange }: Props) {
  const standings = standingsOf(policy, account);
  return (
    <>
      <Toggle
        label={rules.external}
        description={<What is={standings.externalGuests} />}
        checked={account.externalGuests && policy.externalGuests}
        disabled={!account.externalGuests}
        onChange={({ currentTarget }) => onChange({ externalGuests: currentTarget.checked })}
      />
      <Toggle
        label={rules.codes}
        description={<What is={standings.codeRequired} />}
        checked={account.codeRequired || policy.codeRequired}
        disabled={account.codeRequired}
        onChange={({ currentTarget }) => onChange({ codeRequired: currentTarget.checked })}
      />
      <Toggle
        label={rules.links}
        description={<What is={standings.linksToCopy} />}
        checked={account.linksToCopy && policy.linksToCopy}
        disabled={!account.linksToCopy}
        onChange={({ currentTarget }) => onChange({ linksToCopy: currentTarget.checked })}
      />
    </>
  );
}

function Lists({ policy, account, onChange }: Props) {
  const standings = standingsOf(policy, account);
  return (
    <>
      <AmountField
        label={rules.perHour}
        hint={<What is={standings.invitationsPerHour} />}
        placeholder={account.invitationsPerHour?.toString() ?? rules.noLimit}
        most={INVITATIONS_PER_HOUR_MAX}
        value={policy.invitationsPerHour}
        onChange={(invitationsPerHour) => onChange({ invitationsPerHour })}
      />
      <AddressDomainsField
        label={rules.allowed}
        hint={<What is={standings.allowedDomains} />}
        value={policy.allowedDomains}
        onChange={(allowedDomains) => onChange({ allowedDomains })}
      />
      <AddressDomainsField
        label={rules.blocked}
        hint={<What is={standings.blockedDomains} />}
        value={policy.blockedDomains}
        onChange={(blockedDomains) => onChange({ blockedDomains })}
      />
    </>
  );
}

/** What is the domain's own stands out. */
function What({ is: { isOwn, sentence } }: { is: Standing }) {
  return (
    <span className={classes.standing} data-own={isOwn || undefined}>
      {sentence}
    </span>
  );
}
