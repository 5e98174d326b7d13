// Lighthouse on the assets page of somebody signed in and on a guest's page, as a phone and as a desktop, one after
// another in each round. It is no dependency: 115 packages for a measurement by hand are fetched when it is made.
//   node_modules/.bin/node tests/bench/lighthouse.ts [rounds [address]]   of a system that runs, with its demo, or of one that is started for it
import { execFile } from 'node:child_process';
import { loadavg } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { chromiumFlags, chromiumPath } from '../browser.ts';
import { type FirstPage, firstPagesOf } from '../support/first-pages.ts';
import { systemAt } from '../support/system-at.ts';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;
const TIMES = {
  'first-contentful-paint': 'first paint',
  'largest-contentful-paint': 'largest paint',
  'speed-index': 'speed index',
  'total-blocking-time': 'blocked',
  'cumulative-layout-shift': 'shift',
} as const;
const PRESETS = { phone: [], desktop: ['--preset=desktop'] } as const;
const REPORT_BYTES_MAX = 64 * 1_024 * 1_024;

interface Audit {
  score: number | null;
  scoreDisplayMode: string;
  numericValue?: number;
}
interface Report {
  categories: Record<string, { score: number; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, Audit>;
}

const run = promisify(execFile);
/** The Node of this process stands first: Lighthouse wants 22 or newer. */
const environment = {
  ...process.env,
  PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env['PATH'] ?? ''}`,
  CHROME_PATH: chromiumPath,
};

const reportOf = async ({ url, cookie }: FirstPage, preset: keyof typeof PRESETS): Promise<Report> => {
  const { stdout } = await run(
    'npx',
    [
      ...['--yes', LIGHTHOUSE, url, '--quiet', '--output=json', ...PRESETS[preset]],
      `--chrome-flags=${['--headless=new', ...chromiumFlags].join(' ')}`,
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      `--only-categories=${CATEGORIES.join()}`,
    ],
    { env: environment, maxBuffer: REPORT_BYTES_MAX },
  );
  return JSON.parse(stdout) as Report;
};

/** What takes points away, by name. */
const shortcomings = ({ categories, audits }: Report): string[] =>
  Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 0.9).map(({ id }) => id),
  );

const tell = (name: string, report: Report): void => {
  const scores = CATEGORIES.map((each) => Math.round((report.categories[each]?.score ?? Number.NaN) * 100));
  const times = Object.entries(TIMES).map(([id, inWords]) => {
    const value = report.audits[id]?.numericValue ?? Number.NaN;
    return `${inWords} ${value < 1 ? value.toFixed(3) : value.toFixed(0)}`;
  });
  console.log(
    `| ${name} | ${scores.join(' | ')} | ${times.join(', ')} | ${shortcomings(report).join(', ')} |`,
  );
};

const rounds = Number(process.argv[2] ?? '3');
const vitrine = await systemAt(process.argv[3]);
try {
  // A system that has just started is still compiled, on the same cores, while it answers the first page.
  await pause(8_000);
  const pages = await firstPagesOf(vitrine.url);
  console.log(`| page | ${CATEGORIES.join(' | ')} | ms | below 90 |`);
  console.log('| --- | --- | --- | --- | --- | --- |');
  for (let round = 0; round < rounds; round += 1)
    for (const page of pages)
      for (const preset of ['phone', 'desktop'] as const)
        tell(`${page.name}, ${preset}`, await reportOf(page, preset));
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await vitrine.discard();
}
