import { Button, TextInput, Textarea } from '@mantine/core';
import { GUEST_DATA_DAYS_MAX, INVITATIONS_PER_HOUR_MAX } from '@vitrine/contracts';
import { limitOf } from '../../shared/guests/guest-options.ts';
import { DurationOptions } from '../../shared/guests/duration-options.tsx';
import { Failure } from '../../shared/ui/failure.tsx';
import { Toggle } from '../../shared/ui/toggle.tsx';
import type { Policy } from './administer-policy-api.ts';
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
          label={words.longest}
          value={draft.longestDurationDays}
          onChange={(longestDurationDays) => change({ longestDurationDays })}
          describedBy="rules-hint"
        />
        <Toggle
          label={words.external}
          description={draft.externalGuests ? words.externalOn : words.externalOff}
          checked={draft.externalGuests}
          onChange={({ currentTarget }) => change({ externalGuests: currentTarget.checked })}
        />
        <Toggle
          label={words.codes}
          description={draft.codeRequired ? words.codesOn : words.codesOff}
          checked={draft.codeRequired}
          onChange={({ currentTarget }) => change({ codeRequired: currentTarget.checked })}
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
      <Amount
        label={words.perHour}
        hint={words.perHourHint}
        placeholder={words.noLimit}
        most={INVITATIONS_PER_HOUR_MAX}
        value={draft.invitationsPerHour}
        onChange={(invitationsPerHour) => change({ invitationsPerHour })}
      />
      <Amount
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
      <Domains
        label={words.allowed}
        hint={words.allowedHint}
        value={draft.allowed}
        onChange={(allowed) => change({ allowed })}
      />
      <Domains
        label={words.blocked}
        hint={words.blockedHint}
        value={draft.blocked}
        onChange={(blocked) => change({ blocked })}
      />
    </>
  );
}

type DomainsProps = { label: string; hint: string; value: string; onChange: (text: string) => void };

function Domains({ label, hint, value, onChange }: DomainsProps) {
  return (
    <Textarea
      label={label}
      description={hint}
      placeholder="example.com"
      autosize
      minRows={2}
      maxRows={8}
      spellCheck={false}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}

type AmountProps = {
  label: string;
  hint: string;
  /** What is said where there is none. */
  placeholder: string;
  most: number;
  value: number | null;
  onChange: (amount: number | null) => void;
};

/** A whole number, or none. */
function Amount({ label, hint, placeholder, most, value, onChange }: AmountProps) {
  return (
    <TextInput
      label={label}
      description={hint}
      placeholder={placeholder}
      inputMode="numeric"
      autoComplete="off"
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(limitOf(currentTarget.value, most))}
    />
  );
}
