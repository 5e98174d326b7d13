import { Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useSession } from '../../shared/session/session-api.ts';
import classes from './domains-menu.module.css';
import { useSwitchDomain } from './switch-domain-api.ts';
import { words } from './words.ts';

export function DomainsMenu() {
  const { domains, currentDomainId } = useSession();
  const switchDomain = useSwitchDomain();
  const current = domains.find(({ id }) => id === currentDomainId)?.name ?? words.none;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={classes.button} aria-label={words.current(current)}>
          <span className={classes.label}>{words.domains}</span>
          <span className={classes.current}>{current}</span>
          <IconChevronDown size={16} stroke={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {domains.length === 0 ? <Menu.Label>{words.noneWords}</Menu.Label> : null}
        {domains.map(({ id, name }) => (
          <Menu.Item
            key={id}
            aria-current={id === currentDomainId}
            rightSection={id === currentDomainId ? <IconCheck size={16} stroke={1.75} aria-hidden /> : null}
            onClick={() => {
              if (id !== currentDomainId) switchDomain.mutate(id);
            }}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
