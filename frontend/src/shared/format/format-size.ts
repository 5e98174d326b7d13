import { locale } from '../words/language.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
type Unit = (typeof UNITS)[number];

/** Decimal units, as file managers and shops for disks count them: 100,000,000 bytes are 100 MB. */
export function formatByteSize(byteSize: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, byteSize)) / 3));
  const amount = byteSize / 1000 ** power;
  const fractionDigits = power > 1 && amount < 100 ? 1 : 0;
  return formatterFor(UNITS[power] ?? 'byte', fractionDigits)
    .format(amount)
    .replace(' ', '\u00a0');
}

// Making one takes far longer than using it, and a list has thousands of sizes.
const formatters = new Map<string, Intl.NumberFormat>();

function formatterFor(unit: Unit, fractionDigits: number): Intl.NumberFormat {
  const key = `${unit} ${fractionDigits}`;
  const formatter = formatters.get(key) ?? newFormatter(unit, fractionDigits);
  formatters.set(key, formatter);
  return formatter;
}

function newFormatter(unit: Unit, fractionDigits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: fractionDigits,
  });
}
