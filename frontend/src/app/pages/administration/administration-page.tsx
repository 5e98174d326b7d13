import { Tabs } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DomainsPanel } from '../../../features/administer-domains/domains-panel.tsx';
import { FeaturesPanel } from '../../../features/administer-features/features-panel.tsx';
import { PolicyPanel } from '../../../features/administer-policy/policy-panel.tsx';
import { UsersPanel } from '../../../features/administer-users/users-panel.tsx';
import { AuditPanel } from '../../../features/search-audit/audit-panel.tsx';
import { useSession } from '../../../shared/session/session-api.ts';
import { PageState } from '../../../shared/ui/page-state.tsx';
import { words as frameWords } from '../../frame/words.ts';
import pageClasses from '../assets-page.module.css';
import { words as pageWords } from '../words.ts';
import classes from './administration-page.module.css';
import { TABS, parseAdministrationView } from './administration-view.ts';
import type { AdministrationTab } from './administration-view.ts';
import { words } from './words.ts';

/** `/administration`: the users, domains, features, policy and audit of the account, for administrators. */
export function AdministrationPage() {
  const { user, account } = useSession();
  useDocumentTitle(pageWords.pageTitle(frameWords.administration));
  if (!user.isAdministrator) {
    return (
      <PageState isPage title={words.notAllowedTitle}>
        {words.notAllowedWords}
      </PageState>
    );
  }
  return (
    <div className={pageClasses.page}>
      <h1>{frameWords.administration}</h1>
      <p className={classes.account}>{words.accountOf(account.name)}</p>
      <AdministrationTabs />
    </div>
  );
}

function AdministrationTabs() {
  const view = useSearch({ from: '/portal/administration' });
  const navigate = useNavigate();
  const { tab = 'users', q = '' } = view;
  const show = (wanted: string, text: string, replace: boolean) =>
    void navigate({
      to: '/administration',
      search: parseAdministrationView({ tab: wanted, q: text }),
      replace,
      resetScroll: false,
    });
  const showDomains = () =>
    void navigate({
      to: '/administration',
      // Where one is there already, what was searched for stays.
      search: (before) =>
        parseAdministrationView({ tab: 'domains', q: before.tab === 'domains' ? before.q : '' }),
    });
  const panels: Record<AdministrationTab, ReactNode> = {
    users: <UsersPanel q={q} onSearch={(text) => show('users', text, true)} />,
    domains: <DomainsPanel q={q} onSearch={(text) => show('domains', text, true)} onShow={showDomains} />,
    features: <FeaturesPanel />,
    policy: <PolicyPanel />,
    audit: <AuditPanel q={q} onSearch={(text) => show('audit', text, true)} />,
  };
  return (
    <Tabs value={tab} keepMounted={false} onChange={(wanted) => show(wanted ?? 'users', '', false)}>
      <Tabs.List className={classes.tabs} aria-label={words.parts}>
        {TABS.map((value) => (
          <Tabs.Tab key={value} value={value}>
            {words.tabs[value]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map((value) => (
        <Tabs.Panel key={value} value={value} className={classes.panel}>
          {panels[value]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
