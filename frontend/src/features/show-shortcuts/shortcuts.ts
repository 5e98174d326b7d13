import { controlKey } from '../../shared/ui/control-key.ts';
import { words } from './list-words.ts';

/** Keys that are pressed together, one after the other; several ways to the same deed. */
export type Shortcut = { deed: string; ways: readonly (readonly string[])[] };
export type ShortcutGroup = { title: string; shortcuts: readonly Shortcut[] };

/** What the keyboard and the mouse do, as it is called on the keys of this kind of machine. */
export function shortcutsOn(userAgent: string): ShortcutGroup[] {
  const { keys, deeds } = words;
  const control = controlKey(userAgent);
  return [
    {
      title: words.everywhere,
      shortcuts: [
        { deed: deeds.help, ways: [['?']] },
        { deed: deeds.search, ways: [['/']] },
        { deed: deeds.undo, ways: [[control, 'Z']] },
        { deed: deeds.close, ways: [[keys.escape]] },
      ],
    },
    {
      title: words.list,
      shortcuts: [
        { deed: deeds.move, ways: [[keys.arrows]] },
        { deed: deeds.ends, ways: [[keys.home], [keys.end]] },
        { deed: deeds.open, ways: [[keys.space], [keys.enter]] },
        { deed: deeds.select, ways: [['X'], [control, keys.click]] },
        { deed: deeds.span, ways: [[keys.shift, keys.arrows]] },
        { deed: deeds.range, ways: [[keys.shift, keys.click]] },
        { deed: deeds.frame, ways: [[keys.drag]] },
        { deed: deeds.all, ways: [[control, 'A']] },
        { deed: deeds.none, ways: [[keys.escape]] },
      ],
    },
    {
      title: words.preview,
      shortcuts: [
        { deed: deeds.neighbours, ways: [['→'], ['←']] },
        { deed: deeds.zoom, ways: [['+'], ['−']] },
        { deed: deeds.whole, ways: [['0']] },
        { deed: deeds.play, ways: [[keys.space]] },
        { deed: deeds.turn, ways: [[keys.pageDown], [keys.pageUp]] },
      ],
    },
  ];
}
