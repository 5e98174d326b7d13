import { Button } from '@mantine/core';
import { GUEST_DATA_DAYS_MAX, INVITATIONS_PER_HOUR_MAX } from '@vitrine/contracts';
import { AddressDomainsField } from '../../shared/administration/address-domains-field.tsx';
import type { Policy } from '../../shared/administration/administration-api.ts';
import { AmountField } from '../../shared/administration/amount-field.tsx';
import { words as sharedWords } from '../../shared/administration/words.ts';
import { DurationOptions } from '../../shared/guests/duration-options.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { Toggle } from '../../shared/ui/toggle.tsx';
import classes from './policy-panel.module.css';
import { useRulesDraft } from './use-rules-draft.ts';
import { words } from './words.ts';

/** Whom one may invite, and for how long. It holds once it is saved, for whatever is sent from then on. */
export function GuestRules({ policy }: { policy: Policy }) {
  const { draft, change, changing, save } = useRulesDraft(policy);
  return (
    <section aria-labelledby="rules-of-guests">
      <h2 id="rules-of-guests" className={classes.heading}>
        {words.rulesHeading}
      </h2>
      <p id="rules-hint" className={classes.hint}>
        {words.rulesHint}
      </p>
      <div className={classes.switches}>
        <DurationOptions
          label={sharedWords.rules.longest}
          value={draft.longestDurationDays}
          onChange={(longestDurationDays) => change({ longestDurationDays })}
          describedBy="rules-hint"
        />
        <Toggle
          label={sharedWords.rules.external}
          description={draft.externalGuests ? words.externalOn : words.externalOff}
          checked={draft.externalGuests}
          onChange={({ currentTarget }) => change({ externalGuests: currentTarget.checked })}
        />
        <Toggle
          label={sharedWords.rules.codes}
          description={draft.codeRequired ? words.codesOn : words.codesOff}
          checked={draft.codeRequired}
          onChange={({ currentTarget }) => change({ codeRequired: currentTarget.checked })}
        />
        <Toggle
          label={sharedWords.rules.links}
          description={draft.linksToCopy ? words.linksOn : words.linksOff}
          checked={draft.linksToCopy}
          onChange={({ currentTarget }) => change({ linksToCopy: currentTarget.checked })}
        />
        <Amounts draft={draft} change={change} />
        <DomainRules draft={draft} change={change} />
        {changing.isError ? <Failure error={changing.error} /> : null}
        <Button className={classes.save ?? ''} loading={changing.isPending} onClick={save}>
          {words.saveRules}
        </Button>
      </div>
    </section>
  );
}

type RulesProps = Pick<ReturnType<typeof useRulesDraft>, 'draft' | 'change'>;

function Amounts({ draft, change }: RulesProps) {
  return (
    <>
      <AmountField
        label={sharedWords.rules.perHour}
        hint={words.perHourHint}
        placeholder={sharedWords.rules.noLimit}
        most={INVITATIONS_PER_HOUR_MAX}
        value={draft.invitationsPerHour}
        onChange={(invitationsPerHour) => change({ invitationsPerHour })}
      />
      <AmountField
        label={words.dataDays}
        hint={words.dataDaysHint}
        placeholder={words.never}
        most={GUEST_DATA_DAYS_MAX}
        value={draft.guestDataDays}
        onChange={(guestDataDays) => change({ guestDataDays })}
      />
    </>
  );
}

function DomainRules({ draft, change }: RulesProps) {
  return (
    <>
      <AddressDomainsField
        label={sharedWords.rules.allowed}
        hint={words.allowedHint}
        value={draft.allowedDomains}
        onChange={(allowedDomains) => change({ allowedDomains })}
      />
      <AddressDomainsField
        label={sharedWords.rules.blocked}
        hint={words.blockedHint}
        value={draft.blockedDomains}
        onChange={(blockedDomains) => change({ blockedDomains })}
      />
    </>
  );
}
