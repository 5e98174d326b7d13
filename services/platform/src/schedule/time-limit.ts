/**
 * Acts when a time limit, which may be Infinity, is over. A process that did not run itself (a long collection of
 * garbage, a processor that others have, a container held to its quota) finds its timers due before it has read what
 * came meanwhile: the limit is then as much longer as it was late, at most twice as long, so that whoever answered in
 * time is heard. With `holdsProcess: false` a process that has nothing else to do may end before that.
 * @returns what ends it before
 */
export const timeLimit = (
  timeoutMs: number,
  act: () => void,
  { holdsProcess = true }: { readonly holdsProcess?: boolean } = {},
): (() => void) => {
  if (timeoutMs === Infinity) return () => undefined;
  const dueAt = performance.now() + timeoutMs;
  let timer: NodeJS.Timeout;
  const wait = (ms: number, then: () => void): void => {
    timer = setTimeout(then, ms);
    if (!holdsProcess) timer.unref();
  };
  // However short the second wait is, what has come is read before it ends.
  wait(timeoutMs, () => {
    const lateMs = Math.max(1, performance.now() - dueAt);
    wait(Math.min(lateMs, timeoutMs), act);
  });
  return () => clearTimeout(timer);
};
