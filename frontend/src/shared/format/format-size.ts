import { language } from '../words/catalogue.ts';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** Decimal units, as file managers and shops for disks count them: 100,000,000 bytes are 100 MB. */
export function formatByteSize(byteSize: number): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, byteSize)) / 3));
  const amount = byteSize / 1000 ** power;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power > 1 && amount < 100 ? 1 : 0,
  }).format(amount);
}
