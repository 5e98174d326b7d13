import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue({
  en: {
    dialog: 'Keyboard shortcuts',
    close: 'Close',
    everywhere: 'Everywhere',
    list: 'In a list of assets',
    preview: 'In a preview',
    or: 'or',
    control: 'Ctrl',
    keys: {
      arrows: 'Arrow keys',
      space: 'Space',
      enter: 'Enter',
      shift: 'Shift',
      escape: 'Esc',
      home: 'Home',
      end: 'End',
      click: 'click',
      drag: 'Drag',
    },
    deeds: {
      help: 'Show these shortcuts',
      search: 'Search assets',
      close: 'Close what is open',
      move: 'Go from asset to asset',
      ends: 'Go to the first or the last',
      open: 'Open the preview',
      select: 'Select the asset, or take it out',
      span: 'Select what you pass',
      range: 'Select up to here',
      frame: 'Select what a frame touches',
      all: 'Select everything that matches',
      none: 'Clear the selection',
      neighbours: 'Go to the next or the one before',
    },
  },
});
