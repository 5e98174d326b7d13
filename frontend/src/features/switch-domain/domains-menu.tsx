import { IconChevronDown } from '@tabler/icons-react';
import { useSession } from '../../shared/session/session-api.ts';
import { lazyItems, useMenu } from '../../shared/ui/use-menu.tsx';
import classes from './domains-menu.module.css';
import { useSwitchDomain } from './switch-domain-api.ts';
import { words } from './words.ts';

const domainsItems = lazyItems(async () => (await import('./domains-items.tsx')).DomainsItems);

export function DomainsMenu() {
  const { domains, currentDomainId } = useSession();
  const { mutate: onSwitch } = useSwitchDomain();
  const { opener, menu } = useMenu(domainsItems, { onSwitch }, { position: 'bottom-end', width: 240 });
  const current = domains.find(({ id }) => id === currentDomainId)?.name ?? words.none;
  return (
    <>
      <button {...opener} type="button" className={classes.button} aria-label={words.current(current)}>
        <span className={classes.label}>{words.domains}</span>{' '}
        <span className={classes.current}>{current}</span>
        <IconChevronDown size={16} stroke={1.5} aria-hidden />
      </button>
      {menu}
    </>
  );
}
