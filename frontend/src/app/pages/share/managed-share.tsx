import { Tabs } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { GuestsPanel } from '../../../features/manage-guests/guests-panel.tsx';
import { ActivityPanel } from '../../../features/show-activity/activity-panel.tsx';
import { ShareHead } from '../../../features/show-share/share-head.tsx';
import { TABS, parseShareView } from '../../../features/show-share/share-view.ts';
import type { ShareTab } from '../../../features/show-share/share-view.ts';
import { words } from '../../../features/show-share/words.ts';
import type { Share } from '../../../shared/shares/shares-list-api.ts';
import { ManagedAssets } from './managed-assets.tsx';
import classes from './managed-share.module.css';
import { ShareMore } from './share-more.tsx';

/** A share for its owner or an administrator: its switch, and its assets, guests and activity. */
export function ManagedShare({ share }: { share: Share }) {
  const { tab = 'assets' } = useSearch({ from: '/portal/shares/$shareId' });
  const navigate = useNavigate();
  const open = (wanted: string | null) =>
    void navigate({
      to: '/shares/$shareId',
      params: { shareId: share.id },
      search: parseShareView({ tab: wanted }),
      resetScroll: false,
    });
  return (
    <>
      <ShareHead share={share} menu={<ShareMore share={share} />} />
      <Tabs className={classes.tabs} value={tab} keepMounted={false} onChange={open}>
        <Tabs.List className={classes.list} aria-label={words.parts}>
          {TABS.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {words.tabs[value]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {TABS.map((value) => (
          <Tabs.Panel key={value} value={value} className={classes.panel} data-tab={value}>
            <TabContent tab={value} share={share} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function TabContent({ tab, share }: { tab: ShareTab; share: Share }) {
  if (tab === 'guests')
    return <GuestsPanel shareId={share.id} isEnabled={share.enabled} downloadsMax={share.downloadsMax} />;
  if (tab === 'activity') return <ActivityPanel shareId={share.id} />;
  return <ManagedAssets shareId={share.id} />;
}
