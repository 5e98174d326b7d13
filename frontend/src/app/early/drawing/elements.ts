// Stands in the place of React where the early drawing is built: the same components are drawn once, as plain elements
// that nobody acts on, by two kilobytes instead of sixty.
type Props = Readonly<Record<string, unknown>>;
type Component = (props: Props) => unknown;
type Drawn = { type: string | Component; props: Props };
type Effect = () => unknown;

const SVG = 'http://www.w3.org/2000/svg';
/** What React writes as text even where it is no. */
const IS_ENUMERATED = /^(aria-|data-|draggable$)/;
/** Numbers of these are no pixels. */
const IS_PLAIN = /^(aspectRatio|opacity|flex|order|zIndex)$/;

const effects: Effect[] = [];

/** Draws a component and what it is made of into an element, and does what it wants done when it is there. */
export function drawInto(parent: ParentNode & Node, drawn: unknown): void {
  parent.append(...nodesOf(drawn, false));
  for (const effect of effects.splice(0)) effect();
}

export function jsx(type: Drawn['type'], props: Props): Drawn {
  return { type, props };
}
export const jsxs = jsx;

export function createElement(type: Drawn['type'], props: Props | null, ...children: unknown[]): Drawn {
  return { type, props: { ...props, children } };
}

export function Fragment({ children }: Props): unknown {
  return children;
}

export function forwardRef(draw: (props: Props, ref: unknown) => unknown): Component {
  return ({ ref, ...props }) => draw(props, ref);
}

export const memo = (component: Component): Component => component;
export const useRef = (current: unknown) => ({ current });
export const useState = (first: unknown) => [isMaker(first) ? first() : first, ignore] as const;
export const useMemo = (make: () => unknown) => make();
export const useCallback = (act: unknown) => act;
/** Only what measures before it is painted: all else is the page's. */
export const useLayoutEffect = (effect: Effect) => void effects.push(effect);
export const useEffect = ignore;

function isMaker(first: unknown): first is () => unknown {
  return typeof first === 'function';
}

function nodesOf(drawn: unknown, isInSvg: boolean): Node[] {
  if (Array.isArray(drawn)) return drawn.flatMap((each) => nodesOf(each, isInSvg));
  if (typeof drawn === 'string' || typeof drawn === 'number') return [new Text(String(drawn))];
  if (typeof drawn !== 'object' || drawn === null) return [];
  const { type, props } = drawn as Drawn;
  return typeof type === 'string'
    ? [elementOf(type, props, isInSvg || type === 'svg')]
    : nodesOf(type(props), isInSvg);
}

function elementOf(name: string, { children, ref, style, ...props }: Props, isInSvg: boolean): Element {
  const element = isInSvg ? document.createElementNS(SVG, name) : document.createElement(name);
  for (const [key, value] of Object.entries(props)) setAttribute(element, key, value);
  if (style !== undefined) setStyle(element as HTMLElement, style as Record<string, string | number>);
  if (typeof ref === 'object' && ref !== null) Object.assign(ref, { current: element });
  element.append(...nodesOf(children, isInSvg));
  return element;
}

function setAttribute(element: Element, key: string, value: unknown): void {
  if (key === 'key') return;
  if (typeof value === 'boolean' && !IS_ENUMERATED.test(key)) element.toggleAttribute(key, value);
  else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    element.setAttribute(nameOf(element, key), String(value));
}

function nameOf({ namespaceURI }: Element, key: string): string {
  if (key === 'className') return 'class';
  if (namespaceURI !== SVG || key === 'viewBox') return key;
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function setStyle({ style }: HTMLElement, wanted: Record<string, string | number>): void {
  for (const [key, value] of Object.entries(wanted)) {
    const text = typeof value === 'number' && !IS_PLAIN.test(key) ? `${value}px` : String(value);
    if (key.startsWith('--')) style.setProperty(key, text);
    else Object.assign(style, { [key]: text });
  }
}

function ignore(): void {}
