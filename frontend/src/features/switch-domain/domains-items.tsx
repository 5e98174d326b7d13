import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useSession } from '../../shared/session/session-api.ts';
import { words } from './words.ts';

type Props = { onSwitch: (domainId: string) => void };

export function DomainsItems({ onSwitch }: Props) {
  const { domains, currentDomainId } = useSession();
  if (domains.length === 0) return <Menu.Label>{words.noneWords}</Menu.Label>;
  return domains.map(({ id, name }) => (
    <Menu.Item
      key={id}
      aria-current={id === currentDomainId}
      rightSection={id === currentDomainId ? <IconCheck size={16} stroke={1.75} aria-hidden /> : null}
      onClick={() => {
        if (id !== currentDomainId) onSwitch(id);
      }}
    >
      {name}
    </Menu.Item>
  ));
}
