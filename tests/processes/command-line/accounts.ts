import { expect } from '@jest/globals';
import type { SessionView } from '@vitrine/contracts';
import { anApiPerson } from '../../support/api-person.ts';
import { EMAIL, type Operated } from '../../support/operated-system.ts';
import { DEMO_PASSWORD } from '../../support/running-vitrine.ts';
import { until } from '../../support/until.ts';

const PATIENCE_MS = 60_000;

/** `account`, `domain`, `user` and `member`: what the tests that follow stand on. */
export const testFirstSteps = ({ test, said, ida }: Operated): void => {
  test('when an account, domains and a user are made, then the running system knows them', async () => {
    expect(await said('account', 'create', 'Gallery')).toMatch(/^account Gallery {2}[\da-f-]{36}\n$/);
    await said('domain', 'create', 'Paintings');
    await said('domain', 'create', 'Prints', '--account', 'Gallery');
    const user = ['--email', EMAIL, '--password', DEMO_PASSWORD, '--domain', 'Paintings'];
    expect(await said('user', 'create', ...user)).not.toContain(DEMO_PASSWORD);
    await said('member', 'add', '--domain', 'Prints', '--user', EMAIL);
    const { account, domains } = await (await ida()).get<SessionView>('/session');
    expect(account).toMatchObject({ name: 'Gallery', features: { shares: false } });
    expect(domains.map(({ name }) => name).sort()).toEqual(['Paintings', 'Prints']);
  });
};

/** `feature`, what becomes of people, and what is refused. */
export const testAccounts = ({ test, said, refused, system, ida }: Operated): void => {
  test('when the shares are turned on and off, then so they are', async () => {
    for (const [verb, isOn] of [
      ['enable', true],
      ['disable', false],
    ] as const) {
      await said('feature', verb, 'shares');
      const person = await ida();
      // The gateway keeps for a moment what it knows of a person.
      const isSo = async () => {
        const { account } = await person.get<SessionView>('/session');
        return account.features.shares === isOn ? true : null;
      };
      await until(`the shares are ${verb}d`, isSo, PATIENCE_MS);
    }
    expect(await said('account', 'list')).toMatch(/^account Gallery .* shares off\n {2}domain P/);
  });

  test('when a user is made without a password, then one is printed; disabled, nobody gets in by it', async () => {
    const printed = await said('user', 'create', '--email', 'max@gallery.test');
    const [, password] = /^password (\S+)$/m.exec(printed) ?? [];
    const [, id = ''] = /^user \S+ {2}(\S+)$/m.exec(printed) ?? [];
    const signIn = async () => {
      const credentials = { email: 'max@gallery.test', password };
      return (await anApiPerson(system().url).request('POST', '/session', credentials)).status;
    };
    const before = await signIn();
    await said('user', 'disable', id);
    const disabled = await signIn();
    // By the address as well: that is what whoever does this has at hand.
    await said('user', 'enable', 'Max@gallery.test');
    expect([before, disabled, await signIn()]).toEqual([201, 401, 201]);
  });

  test('when something is named that is not there, then a sentence says what there is', async () => {
    expect(await refused('domain', 'create', 'Prints')).toContain('Gallery has a domain Prints already.');
    expect(await refused('user', 'create', '--email', EMAIL)).toContain(`There is a user ${EMAIL} already.`);
    expect(await refused('import', '.', '--domain', 'Nowhere')).toContain('There is no domain Nowhere.');
    expect(await refused('user', 'disable', 'nobody@gallery.test')).toContain('There is no user nobody@');
    expect(await refused('user', 'disable', 'max')).toContain(
      'There is no user max. Name one by address or id.',
    );
    expect(await refused('member', 'add', '--domain', 'Prints', '--user', 'max')).toContain(
      'There is no user max.',
    );
    expect(await refused('feature', 'enable', 'wings')).toContain('There is no feature wings.');
    expect(await refused('dead', 'show', 'no-id')).toContain('There is no dead message no-id.');
  });
};
