import { useEffect, useState } from 'react';
import classes from '../shared/ui/heard.module.css';

/** Before a page has one of its own. */
const UNTITLED = document.title;

/** Another page comes without being loaded, which a browser would tell: so its title is read out here. */
export function ToldTitle() {
  const [told, setTold] = useState('');
  useEffect(() => {
    let held = document.title;
    const observer = new MutationObserver(() => {
      if (document.title === held) return;
      if (held !== UNTITLED) setTold(document.title);
      held = document.title;
    });
    observer.observe(document.head, { childList: true, characterData: true, subtree: true });
    return () => observer.disconnect();
  }, []);
  return (
    <div role="status" className={classes.heard}>
      {told}
    </div>
  );
}
