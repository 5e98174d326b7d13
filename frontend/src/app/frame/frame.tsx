import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { SearchBox } from '../../features/search-assets/search-box.tsx';
import { DomainsMenu } from '../../features/switch-domain/domains-menu.tsx';
import { readAllParts } from '../../shared/api/part-of-page.ts';
import { useLive } from '../../shared/live/use-live.ts';
import { useSessionPhase } from '../../shared/session/ended-session.ts';
import { useSession } from '../../shared/session/session-api.ts';
import { useToldLanguage } from '../../shared/session/tell-language.ts';
import { lazyDialog, lazyPart } from '../../shared/ui/lazy-dialog.tsx';
import { useKeptFocus } from '../../shared/ui/use-kept-focus.ts';
import classes from './frame.module.css';
import { Navigation } from './navigation.tsx';
import { PersonMenu } from './person-menu.tsx';
import { useFrameKeys } from './use-frame-keys.ts';
import { words } from './words.ts';

const ShortcutsHelp = lazyPart(
  async () => (await import('../../features/show-shortcuts/shortcuts-help.tsx')).ShortcutsHelp,
);
const UploadArea = lazyPart(
  async () => (await import('../../features/upload-assets/upload-area.tsx')).UploadArea,
);

const EditAssetsDialog = lazyDialog(
  async () => (await import('../../features/edit-assets/edit-assets-dialog.tsx')).EditAssetsDialog,
);

/** After what is looked at is surely drawn. */
const READ_AHEAD_AFTER_MS = 3_000;

/** What stands around every page of the portal. */
export function Frame() {
  const { domains, currentDomainId } = useSession();
  const domain = domains.find(({ id }) => id === currentDomainId);
  const [editedIds, setEditedIds] = useState<string[] | null>(null);
  const help = useHelp();
  useReadAhead();
  useToldLanguage();
  useKeptFocus();
  useLive(useSessionPhase() === 'open' ? 'person' : null);
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {words.skip}
      </a>
      <Navigation />
      <header className={classes.bar}>
        <div className={classes.search}>
          <SearchBox />
        </div>
        <div className={classes.right}>
          <ShortcutsHelp {...help} />
          <DomainsMenu />
          <PersonMenu />
        </div>
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        <Outlet />
      </main>
      {domain === undefined ? null : (
        <UploadArea domainId={domain.id} domainName={domain.name} onEdit={setEditedIds} />
      )}
      {editedIds === null ? null : (
        <EditAssetsDialog assetIds={editedIds} onClose={() => setEditedIds(null)} />
      )}
    </div>
  );
}

function useHelp() {
  const [isOpen, setOpen] = useState(false);
  const onOpen = () => setOpen(true);
  useFrameKeys({ onHelp: onOpen });
  return { isOpen, onOpen, onClose: () => setOpen(false) };
}

function useReadAhead() {
  useEffect(() => {
    const timer = setTimeout(() => void readAllParts(), READ_AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}
