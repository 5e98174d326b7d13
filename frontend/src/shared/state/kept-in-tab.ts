type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const names = new Set<string>();
let isForgotten = false;

/** What this tab kept under a name when its page was loaded anew; null where there is none, or the browser keeps nothing. */
export function keptInTab(name: string, placeOf: () => Place = ofThisTab): unknown {
  names.add(name);
  try {
    return JSON.parse(placeOf().getItem(name) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** Keeps it for a reload; null for nothing. Other tabs and later visits never see it. */
export function keepInTab(name: string, value: unknown, placeOf: () => Place = ofThisTab): void {
  if (isForgotten) return;
  names.add(name);
  try {
    if (value === null) placeOf().removeItem(name);
    else placeOf().setItem(name, JSON.stringify(value));
  } catch {
    // Where the browser keeps nothing, or not so much, it is there until the page is left.
  }
}

/** The page is left for good: nothing of it is for who comes next. */
export function forgetTab(): void {
  for (const name of names) keepInTab(name, null);
  isForgotten = true;
}

function ofThisTab(): Place {
  return window.sessionStorage;
}
