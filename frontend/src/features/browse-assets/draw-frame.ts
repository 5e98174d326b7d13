import classes from './draw-frame.module.css';
import { framedIndices } from './framed-indices.ts';
import type { Frame, FramedGrid } from './framed-indices.ts';

type Options = {
  /** The list that the frame is drawn over. */
  container: HTMLElement;
  signal: AbortSignal;
  /** How its items lie now. */
  grid: () => FramedGrid;
  onBegin: () => void;
  /** The items that the frame touches, whenever they are others than before. */
  onFrame: (indices: number[]) => void;
};
type Point = { x: number; y: number };

/** A hand that only clicks moves so far. */
const SLACK_PX = 6;
/** So near the window's edge the page moves on, by so much a frame. */
const EDGE_PX = 48;
const STEP_PX = 14;

/** Lets a mouse draw a frame over a list, from a picture or from the space beside it. */
export function drawFrames(options: Options): void {
  const { container, signal } = options;
  const begin = (event: PointerEvent) => {
    if (canBegin(event, container)) press(event, options);
  };
  window.addEventListener('pointerdown', begin, { signal });
}

function canBegin({ pointerType, button, target }: PointerEvent, container: HTMLElement): boolean {
  if (pointerType !== 'mouse' || button !== 0 || !(target instanceof Element)) return false;
  const control = target.closest('a, button, input, label, [role="toolbar"], header');
  if (control !== null && !control.matches('[data-asset-focus]')) return false;
  const isBeside = target.contains(container) && target.closest('main') !== null;
  return container.contains(target) || isBeside;
}

/** From the press until the button is let go. */
function press(pressed: PointerEvent, { container, signal, grid, onBegin, onFrame }: Options): void {
  const ended = new AbortController();
  const listening = { signal: AbortSignal.any([ended.signal, signal]) };
  const origin = within(container, pressed);
  const pointer = { x: pressed.clientX, y: pressed.clientY };
  const drawn = document.createElement('div');
  drawn.className = classes.frame ?? '';
  listening.signal.addEventListener('abort', () => drawn.remove());
  let touched = '';

  const draw = () => {
    if (listening.signal.aborted) return;
    scrollAtEdge(pointer.y);
    const frame = frameBetween(origin, within(container, { clientX: pointer.x, clientY: pointer.y }));
    place(drawn, frame);
    const indices = framedIndices(frame, grid());
    if (indices.join() !== touched) onFrame(indices);
    touched = indices.join();
    requestAnimationFrame(draw);
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    pointer.x = clientX;
    pointer.y = clientY;
    if (drawn.isConnected || !isFar(pressed, pointer)) return;
    container.append(drawn);
    onBegin();
    draw();
  };
  const end = () => {
    if (drawn.isConnected) passOverClick();
    ended.abort();
  };
  window.addEventListener('pointermove', move, listening);
  window.addEventListener('pointerup', end, listening);
  window.addEventListener('pointercancel', end, listening);
  // Names are not marked as text meanwhile.
  document.addEventListener('selectstart', (event) => event.preventDefault(), listening);
}

function within(
  container: HTMLElement,
  { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>,
): Point {
  const { left, top } = container.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function isFar({ clientX, clientY }: PointerEvent, { x, y }: Point): boolean {
  return Math.hypot(x - clientX, y - clientY) > SLACK_PX;
}

function frameBetween(one: Point, other: Point): Frame {
  return {
    left: Math.min(one.x, other.x),
    top: Math.min(one.y, other.y),
    right: Math.max(one.x, other.x),
    bottom: Math.max(one.y, other.y),
  };
}

function place({ style }: HTMLElement, { left, top, right, bottom }: Frame): void {
  style.transform = `translate(${left}px, ${top}px)`;
  style.width = `${right - left}px`;
  style.height = `${bottom - top}px`;
}

function scrollAtEdge(y: number): void {
  if (y < EDGE_PX) window.scrollBy(0, -STEP_PX);
  else if (y > window.innerHeight - EDGE_PX) window.scrollBy(0, STEP_PX);
}

/** The click that follows when the button is let go over the picture that it was pressed on. */
function passOverClick(): void {
  const passed = new AbortController();
  const pass = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', pass, { capture: true, signal: passed.signal });
  setTimeout(() => passed.abort(), 0);
}
