import type { Policy } from '../../shared/administration/administration-api.ts';
import { tell } from '../../shared/notices/notice.ts';
import { Toggle } from '../../shared/ui/toggle.tsx';
import { useSwitch } from '../../shared/ui/use-switch.ts';
import { useChangePolicy } from './administer-policy-api.ts';
import classes from './policy-panel.module.css';
import { words } from './words.ts';

const MAILS = ['remindGuests', 'remindOwners', 'reportFailures'] as const;

/** Which mails go out by themselves. Each switch holds at once. */
export function MailSwitches({ policy }: { policy: Policy }) {
  return (
    <section aria-labelledby="mails-of-shares">
      <h2 id="mails-of-shares" className={classes.heading}>
        {words.mailsHeading}
      </h2>
      <p className={classes.hint}>{words.mailsHint}</p>
      <div className={classes.switches}>
        {MAILS.map((mail) => (
          <MailSwitch key={mail} mail={mail} policy={policy} />
        ))}
      </div>
    </section>
  );
}

function MailSwitch({ mail, policy }: { mail: (typeof MAILS)[number]; policy: Policy }) {
  const { label, on, off } = words.mails[mail];
  const changing = useChangePolicy();
  const { isOn, set } = useSwitch({
    isOn: policy[mail],
    change: (isWanted) => changing.mutateAsync({ [mail]: isWanted }),
    tell: (isWanted) => tell((isWanted ? words.nowOn : words.nowOff)(label)),
  });
  return (
    <Toggle
      label={label}
      description={isOn ? on : off}
      checked={isOn}
      onChange={({ currentTarget }) => set(currentTarget.checked)}
    />
  );
}
