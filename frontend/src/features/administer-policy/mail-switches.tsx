import type { Policy } from '../../shared/administration/administration-api.ts';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { Toggle } from '../../shared/ui/toggle.tsx';
import { useChangePolicy } from './administer-policy-api.ts';
import classes from './policy-panel.module.css';
import { words } from './words.ts';

const MAILS = ['remindGuests', 'remindOwners', 'reportFailures'] as const;

/** Which mails go out by themselves. Each switch holds at once. */
export function MailSwitches({ policy }: { policy: Policy }) {
  const changing = useChangePolicy();

  function set(mail: (typeof MAILS)[number], isOn: boolean) {
    if (changing.isPending) return;
    changing.mutate(
      { [mail]: isOn },
      {
        onSuccess: () => tell((isOn ? words.nowOn : words.nowOff)(words.mails[mail].label)),
        onError: tellError,
      },
    );
  }

  return (
    <section aria-labelledby="mails-of-shares">
      <h2 id="mails-of-shares" className={classes.heading}>
        {words.mailsHeading}
      </h2>
      <p className={classes.hint}>{words.mailsHint}</p>
      <div className={classes.switches}>
        {MAILS.map((mail) => (
          <Toggle
            key={mail}
            label={words.mails[mail].label}
            description={policy[mail] ? words.mails[mail].on : words.mails[mail].off}
            checked={policy[mail]}
            onChange={({ currentTarget }) => set(mail, currentTarget.checked)}
          />
        ))}
      </div>
    </section>
  );
}
