// What listing costs where a domain holds 100,000 assets: each order, filter and search over HTTP, a page of 100.
//   node_modules/.bin/node tests/bench/list-assets.ts [rounds]
import { loadavg } from 'node:os';
import type { SessionView } from '@vitrine/contracts';
import { signedIn } from '../support/api-person.ts';
import type { Page } from '../support/main-job.ts';
import { addManyAssets } from '../support/many-assets.ts';
import { startVitrineOn, temporaryFolder } from '../support/running-vitrine.ts';

const ASSETS = 100_000;
/** What is asked for. Every copy has the words `copy`, its number, and those of its model's title. */
const QUERIES = {
  newest: '',
  oldest: '&sort=oldest',
  'by name': '&sort=name',
  largest: '&sort=largest',
  smallest: '&sort=smallest',
  'from the middle on': '&offset=50000',
  'the end': '&offset=99900',
  'the end, by name': '&offset=99900&sort=name',
  'images, nearly all': '&kind=image',
  'videos, hardly any': '&kind=video',
  'available, nearly all': '&availability=available',
  'unavailable, one': '&availability=unavailable',
  'expired, one': '&availability=expired',
  'a word that all have': '&q=copy',
  'its first letter': '&q=c',
  'the middle of them': '&q=copy&offset=50000',
  'a word that all have, by name': '&q=copy&sort=name',
  'a word that a hundred have': '&q=0004',
  'a word that one has': '&q=000042',
  'the two together': '&q=copy%20000042',
  'a word like one that all have': '&q=coppy',
  'a word like no other': '&q=xyzzyq',
} as const;

const rounds = Number(process.argv[2] ?? '5');
const vitrine = await startVitrineOn(await temporaryFolder());
try {
  const mia = await signedIn(vitrine.url, 'mia@demo.test');
  const { currentDomainId } = await mia.get<SessionView>('/session');
  await addManyAssets(vitrine, currentDomainId ?? '', ASSETS);
  console.log('| what is listed | found | ms |');
  console.log('| --- | --- | --- |');
  for (const [name, query] of Object.entries(QUERIES)) {
    const times: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round += 1) {
      const startedAt = performance.now();
      found = (await mia.get<Page<unknown>>(`/assets?limit=100${query}`)).total;
      times.push(performance.now() - startedAt);
    }
    const [least, median, most] = [0, Math.floor(rounds / 2), rounds - 1].map((place) =>
      times.toSorted((one, other) => one - other)[place]?.toFixed(0),
    );
    console.log(`| ${name} | ${found.toLocaleString('en')} | ${median} (${least} to ${most}) |`);
  }
  console.log(`load ${loadavg()[0]?.toFixed(1)}`);
} finally {
  await vitrine.discard();
}
