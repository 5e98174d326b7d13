import { useEffect, useRef, useState } from 'react';
import { partOfPage } from '../../shared/api/part-of-page.ts';
import { formatList } from '../../shared/format/format-list.ts';
import { tell, tellError } from '../../shared/notices/notice.ts';
import { words } from './words.ts';

/** As many as are looked for by their names. */
const NAMED_MAX = 10;

const folders = partOfPage(async () => (await import('./dropped-files.ts')).filesIn);

/** Whether files are being dragged over the page; those that are dropped anywhere on it go to `onDrop`. */
export function useFileDrop(onDrop: (files: File[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  const latest = useRef(onDrop);
  useEffect(() => {
    latest.current = onDrop;
  });

  useEffect(() => {
    const listening = new AbortController();
    const listen = (
      name: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
      act: (event: DragEvent) => void,
    ) => {
      const listener = (event: DragEvent) => {
        if (carriesFiles(event)) act(event);
      };
      window.addEventListener(name, listener, { signal: listening.signal });
    };
    listen('dragenter', () => setOver(true));
    // Without this the browser would open the file instead.
    listen('dragover', (event) => event.preventDefault());
    listen('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    });
    listen('drop', (event) => {
      event.preventDefault();
      setOver(false);
      const { files = [], items = [] } = event.dataTransfer ?? {};
      // A browser gives them only while the event lasts.
      const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
      if (entries.some(({ isDirectory }) => isDirectory)) void takeFolders(entries, latest.current);
      else latest.current([...files]);
    });
    return () => listening.abort();
  }, []);

  return isOver;
}

async function takeFolders(entries: FileSystemEntry[], onDrop: (files: File[]) => void): Promise<void> {
  try {
    const filesIn = await folders.read();
    const { files, unreadable } = await filesIn(entries);
    if (unreadable.length > 0) tellUnreadable(unreadable);
    else if (files.length === 0) tell(words.nothingFound);
    if (files.length > 0) onDrop(files);
  } catch (error) {
    tellError(error);
  }
}

function tellUnreadable(names: readonly string[]): void {
  tell(words.unreadable(names.length), { details: formatList(names.slice(0, NAMED_MAX)) });
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
