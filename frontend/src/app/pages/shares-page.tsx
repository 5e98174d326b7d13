import { Tabs } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { SharesSearch } from '../../features/browse-shares/shares-search.tsx';
import { SCOPES, parseSharesView } from '../../features/browse-shares/shares-view.ts';
import type { SharesView } from '../../features/browse-shares/shares-view.ts';
import { useShownScope } from '../../features/browse-shares/use-shown-scope.ts';
import { words } from '../../features/browse-shares/words.ts';
import { words as frameWords } from '../frame/words.ts';
import pageClasses from './assets-page.module.css';
import { SharesContent } from './shares-content.tsx';
import classes from './shares-page.module.css';
import { words as pageWords } from './words.ts';

/** `/shares`: what I share, and what is shared with me. */
export function SharesPage() {
  const view = useSearch({ from: '/portal/shares' });
  const navigate = useNavigate();
  const scope = useShownScope(view.scope);
  const show = (parts: Record<keyof SharesView, string>, replace = false) =>
    void navigate({ to: '/shares', search: parseSharesView(parts), replace, resetScroll: false });
  useDocumentTitle(pageWords.pageTitle(frameWords.shares));
  return (
    <div className={pageClasses.page}>
      <h1>{frameWords.shares}</h1>
      <Tabs
        value={scope}
        keepMounted={false}
        onChange={(wanted) => show({ scope: wanted ?? 'owned', title: '' })}
      >
        <div className={classes.bar}>
          <Tabs.List className={classes.tabs} aria-label={frameWords.shares}>
            {SCOPES.map((value) => (
              <Tabs.Tab key={value} value={value}>
                {words.scopes[value]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <SharesSearch
            key={scope}
            className={classes.search}
            title={view.title ?? ''}
            onSearch={(title) => show({ scope, title }, true)}
          />
        </div>
        {SCOPES.map((value) => (
          <Tabs.Panel key={value} value={value} className={classes.panel}>
            <SharesContent
              scope={value}
              title={view.title ?? ''}
              onShowAll={() => show({ scope, title: '' })}
            />
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
