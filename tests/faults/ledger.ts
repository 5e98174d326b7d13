/** What became of a command, as far as its sender can know. */
export type Outcome = 'acknowledged' | 'refused' | 'unknown';

/** What a thing may be in the end. A command whose answer was lost may take effect, also late, or not at all. */
export interface Possible<Value> {
  readonly values: ReadonlySet<Value>;
  readonly isCertain: boolean;
}

/** What the owner of a share asked for, and was told. */
export interface ExpectedShare {
  readonly id: string;
  readonly exists: Possible<boolean>;
  readonly title: Possible<string>;
  readonly enabled: Possible<boolean>;
  /** Whether the address is a guest. */
  readonly guests: ReadonlyMap<string, Possible<boolean>>;
  /** Whether the asset is in the share. */
  readonly assets: ReadonlyMap<string, Possible<boolean>>;
}

/** A share as the system shows it when all is quiet again. */
export interface SeenShare {
  readonly id: string;
  readonly title: string;
  readonly enabled: boolean;
  readonly guests: readonly string[];
  readonly assets: readonly string[];
}

export const certainly = <Value>(value: Value): Possible<Value> => ({
  values: new Set([value]),
  isCertain: true,
});

/** What is possible after a command that sets a value. */
export const after = <Value>(before: Possible<Value>, value: Value, outcome: Outcome): Possible<Value> => {
  if (outcome === 'refused') return before;
  if (outcome === 'acknowledged' && before.isCertain) return certainly(value);
  return { values: new Set([...before.values, value]), isCertain: false };
};

/** The same for one of several things, of which each was not there before it was first named. */
export const afterOne = (
  all: ReadonlyMap<string, Possible<boolean>>,
  names: readonly string[],
  isThere: boolean,
  outcome: Outcome,
): ReadonlyMap<string, Possible<boolean>> => {
  const next = new Map(all);
  for (const name of names) next.set(name, after(all.get(name) ?? certainly(false), isThere, outcome));
  return next;
};

/** A sentence for each thing that was acknowledged and is not so, and for each that is so and nobody asked for. */
export const differences = (
  expected: readonly ExpectedShare[],
  seen: readonly SeenShare[],
  /** Titles of shares whose creation was never answered: there may be one of each. */
  unansweredTitles: ReadonlySet<string>,
): string[] => {
  const byId = new Map(seen.map((share) => [share.id, share]));
  const known = new Set(expected.map(({ id }) => id));
  return [
    ...expected.flatMap((share) => differencesOfShare(share, byId.get(share.id))),
    ...strangers(
      seen.filter(({ id }) => !known.has(id)),
      unansweredTitles,
    ),
  ];
};

const strangers = (shares: readonly SeenShare[], unanswered: ReadonlySet<string>): string[] => {
  const left = new Set(unanswered);
  return shares
    .filter(({ title }) => !left.delete(title))
    .map(({ id, title }) => `share ${id} (${title}) was never asked for, or is there twice`);
};

const differencesOfShare = (expected: ExpectedShare, seen: SeenShare | undefined): string[] => {
  const found: string[] = [];
  const check = <Value>(what: string, possible: Possible<Value>, is: Value): void => {
    if (!possible.values.has(is))
      found.push(`share ${expected.id}: ${what} is ${String(is)}, not ${[...possible.values].join(' or ')}`);
  };
  check('its being there', expected.exists, seen !== undefined);
  if (seen === undefined) return found;
  check('its title', expected.title, seen.title);
  check('its being enabled', expected.enabled, seen.enabled);
  for (const [what, things, there] of [
    ['guest', expected.guests, seen.guests],
    ['asset', expected.assets, seen.assets],
  ] as const) {
    const left = new Set(there);
    for (const [name, possible] of things) check(`${what} ${name}`, possible, left.delete(name));
    for (const name of left) found.push(`share ${expected.id}: ${what} ${name} was never asked for`);
    if (new Set(there).size < there.length)
      found.push(`share ${expected.id}: the same ${what} is there twice`);
  }
  return found;
};
