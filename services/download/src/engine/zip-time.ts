const earliest = Date.UTC(1980, 0, 1);
const latest = Date.UTC(2107, 11, 31, 23, 59, 59);
const lastUnixSecond = 0x7fffffff;

/** MS-DOS date and time in UTC, whatever the zone of the machine: the same bytes on every replica. */
export const dosTimeOf = (modifiedAt: number): number => {
  const seconds = Math.floor(Math.min(Math.max(modifiedAt, earliest), latest) / 1000);
  const day = Math.floor(seconds / secondsPerDay);
  if (day !== lastDay.day) Object.assign(lastDay, { day, dosDate: dosDateOf(day) });
  const second = seconds - day * secondsPerDay;
  const time =
    (Math.floor(second / 3600) << 11) | ((Math.floor(second / 60) % 60) << 5) | ((second % 60) >> 1);
  return lastDay.dosDate * 0x10000 + time;
};

const secondsPerDay = 86_400;
/** Files that follow each other are of the same day for the most part. */
const lastDay = { day: -1, dosDate: 0 };

const dosDateOf = (day: number): number => {
  const at = new Date(day * secondsPerDay * 1000);
  return ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
};

/** Seconds since 1970 as the extended timestamp 0x5455 can hold them. */
export const unixSecondsOf = (modifiedAt: number): number =>
  Math.min(Math.max(Math.floor(modifiedAt / 1000), 0), lastUnixSecond);
