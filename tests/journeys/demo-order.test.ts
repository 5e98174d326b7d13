import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SessionView } from '@vitrine/contracts';
import { makeSamples } from '../../services/standalone/src/demo/samples/make-samples.ts';
import { type ApiPerson, signedIn } from '../support/api-person.ts';
import { startVitrine } from '../support/demo.ts';
import { assetsOf } from '../support/main-job.ts';
import type { RunningVitrine } from '../support/running-vitrine.ts';

let vitrine: RunningVitrine;
let admin: ApiPerson;
beforeAll(async () => {
  vitrine = await startVitrine();
  admin = await signedIn(vitrine.url, 'admin@demo.test');
}, 180_000);
afterAll(() => vitrine.discard());

test('when the demo was made, then each page shows its files in the order of their list, all with their pictures', async () => {
  const { domains } = await admin.get<SessionView>('/session');
  expect(domains.map(({ name }) => name)).toEqual(['Brand', 'Campaigns', 'Press']);
  for (const { id, name } of domains) {
    await admin.request('PUT', '/session/domain', { domainId: id });
    const shown = await assetsOf(admin);
    const made = makeSamples().filter(({ domain }) => domain === name);
    expect(shown.map(({ fileName }) => fileName)).toEqual(made.map(({ fileName }) => fileName));
    const withoutPictures = shown.filter(({ thumbnailUrl }) => thumbnailUrl === null);
    expect(withoutPictures.filter(({ kind }) => kind === 'image' || kind === 'pdf')).toEqual([]);
  }
});
