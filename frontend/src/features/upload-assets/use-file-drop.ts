import { useEffect, useRef, useState } from 'react';

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
      latest.current([...(event.dataTransfer?.files ?? [])]);
    });
    return () => listening.abort();
  }, []);

  return isOver;
}

function carriesFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
