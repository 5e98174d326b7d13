// What is drawn early lies on a sheet over the page. It is built by itself, with `elements.ts` in the place of React.
import '../../../shared/theme/text.css';
import './sheet.css';

/** Where the page is drawn early, to be looked at until the page itself is there. */
export type Sheet = {
  place: ParentNode & Node;
  /** When all pictures on it are there, or cannot be had. */
  pictures: () => Promise<unknown>;
  hasPictures: () => boolean;
  /** Something is drawn on it: until then what is below is all there is to be seen. */
  show: () => void;
  remove: () => void;
};

/**
 * Nobody is told of it, and nothing on it can be pressed: the page below it is there for that.
 * @param stylesOfAll of all that is drawn, as the build collects them
 */
export function openSheet(stylesOfAll: string): Sheet {
  const host = document.createElement('div');
  host.inert = true;
  host.ariaHidden = 'true';
  host.hidden = true;
  const place = host.attachShadow({ mode: 'closed' });
  const styles = new CSSStyleSheet();
  styles.replaceSync(stylesOfAll);
  place.adoptedStyleSheets = [styles];
  document.body.append(host);
  return {
    place,
    pictures: () => Promise.allSettled([...place.querySelectorAll('img')].map((picture) => picture.decode())),
    hasPictures: () => place.querySelector('img') !== null,
    show: () => {
      host.hidden = false;
    },
    remove: () => host.remove(),
  };
}
