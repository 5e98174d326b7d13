import { VisuallyHidden } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { formatDay } from '../../shared/format/format-date.ts';
import type { Share } from '../../shared/shares/shares-list-api.ts';
import { FactsRow } from '../../shared/ui/facts-row.tsx';
import facts from '../../shared/ui/facts.module.css';
import { IconAction } from '../../shared/ui/icon-action.tsx';
import { EnabledSwitch } from './enabled-switch.tsx';
import classes from './share-head.module.css';
import { ShareTextForm } from './share-text-form.tsx';
import { words } from './words.ts';

/** What a share is, for who manages it: its title and description, to be changed in place, and its switch. */
export function ShareHead({ share, menu }: { share: Share; menu: ReactNode }) {
  const [isEditing, setEditing] = useState(false);
  const pencil = useRef<HTMLButtonElement>(null);

  function endEditing() {
    setEditing(false);
    // The pencil is drawn again first.
    requestAnimationFrame(() => pencil.current?.focus());
  }

  return (
    <header className={classes.head}>
      {isEditing ? (
        <>
          <VisuallyHidden component="h1">{share.title}</VisuallyHidden>
          <ShareTextForm share={share} onEnd={endEditing} />
        </>
      ) : (
        <div className={classes.words}>
          <div className={classes.titleLine}>
            <h1 className={classes.title} dir="auto">
              {share.title}
            </h1>
            <div className={classes.tools}>
              <IconAction ref={pencil} label={words.edit} onClick={() => setEditing(true)}>
                <IconPencil size={18} stroke={1.5} aria-hidden />
              </IconAction>
              {menu}
            </div>
          </div>
          {share.description === '' ? null : (
            <p className={classes.description} dir="auto">
              {share.description}
            </p>
          )}
          <p className={`${facts.facts} ${classes.facts}`}>
            <FactsRow
              facts={[
                words.assets(share.assetCount),
                words.created(formatDay(share.createdAt)),
                share.role === 'owner' ? null : words.ownedBy(share.owner.name),
              ]}
            />
          </p>
        </div>
      )}
      <EnabledSwitch share={share} className={classes.switch} />
    </header>
  );
}
