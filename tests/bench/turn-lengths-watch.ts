/**
 * Is loaded into the process that is measured. Told by a signal, it notes the processor time of each turn of the event
 * loop for some seconds and prints what came of it. By the processor's time and not the clock's, so that a busy machine
 * tells the same.
 */
const WATCHED_MS = 8_000;
const LIMITS_MS = [2, 5, 10, 20, 50];

const told = (turns: readonly number[]): string => {
  const sorted = turns.toSorted((one, other) => other - one);
  const counts = LIMITS_MS.map((limit) => sorted.filter((turn) => turn > limit).length);
  return `TURNS ${JSON.stringify({ counts, longest: sorted[0] })}\n`;
};

const watch = (): void => {
  const turns: number[] = [];
  const endsAt = performance.now() + WATCHED_MS;
  let before = process.threadCpuUsage();
  const tick = (): void => {
    const now = process.threadCpuUsage();
    turns.push((now.user + now.system - before.user - before.system) / 1_000);
    before = now;
    if (performance.now() < endsAt) setImmediate(tick);
    else process.stdout.write(told(turns));
  };
  setImmediate(tick);
};

process.on('SIGUSR2', watch);
