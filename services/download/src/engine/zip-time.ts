const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2107, 11, 31, 23, 59, 59);
const lastUnixSecond = 0x7fffffff;

/** MS-DOS date and time in UTC, whatever the zone of the machine: the same bytes on every replica. */
export const dosTimeOf = (modifiedAt: number): number => {
  const at = new Date(Math.min(Math.max(modifiedAt, earliest), latest));
  const date = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return date * 0x10000 + time;
};

/** Seconds since 1970 as the extended timestamp 0x5455 can hold them. */
export const unixSecondsOf = (modifiedAt: number): number =>
  Math.min(Math.max(Math.floor(modifiedAt / 1000), 0), lastUnixSecond);
