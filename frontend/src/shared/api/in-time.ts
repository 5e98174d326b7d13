/** A signal that also ends what gets no answer: a page that waits for ever says nothing of it. */
export function inTime(signal: AbortSignal | null | undefined, ms: number): AbortSignal {
  const timeout = AbortSignal.timeout(ms);
  if (!signal) return timeout;
  // Safari has it since 17.4; before, one waits as long as the browser does.
  return 'any' in AbortSignal ? AbortSignal.any([signal, timeout]) : signal;
}
