import { useRef } from 'react';

/** Of several things each is acted on once until there is an answer: whoever presses again before that means it once. */
export function useOnceEach(): (id: string, act: () => Promise<unknown>) => void {
  const underway = useRef(new Set<string>());
  return (id, act) => {
    if (underway.current.has(id)) return;
    underway.current.add(id);
    const end = () => void underway.current.delete(id);
    act().then(end, end);
  };
}
