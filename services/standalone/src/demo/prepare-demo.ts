import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import type { StandaloneConfig } from '../config.ts';
import type { DataFolder } from '../data-folder.ts';
import { type KeptSecrets, keepSecrets } from '../kept-secrets.ts';
import type { System } from '../system.ts';
import { DEMO_PEOPLE, type DemoPerson } from './demo-people.ts';
import { fillAccounts } from './fill-accounts.ts';
import { fillAssets } from './fill-assets.ts';
import { type SampleDrawing, sampleDrawing } from './samples/drawn-samples.ts';

/** How to sign in to the demo. */
export interface Demo {
  people: readonly DemoPerson[];
  password: string;
}

/** Letters and digits that cannot be taken for one another. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

const makePassword = (): string =>
  Array.from({ length: 3 }, () =>
    Array.from({ length: 4 }, () => READABLE[randomInt(READABLE.length)]).join(''),
  ).join('-');

/** Stands while the demo is being made: a start that was cut off is taken up by the next one. */
const unfinishedMark = (folder: DataFolder): string => folder.pathTo('demo-unfinished');

/** Drawing begins while the engines start, where it is clear already that there will be a demo. */
export const demoDrawing = ({ DEMO, DATABASE_URL }: StandaloneConfig, folder: DataFolder): SampleDrawing => {
  const drawing = sampleDrawing(folder.pathTo('demo-files'));
  const isNew = DATABASE_URL === undefined && !existsSync(folder.pathTo('postgres'));
  if (DEMO === '1' && (isNew || existsSync(unfinishedMark(folder)))) drawing.begin();
  return drawing;
};

/**
 * Fills an empty database with the demo, or goes on where an earlier start was cut off.
 * @returns null where there is no demo: it was not asked for, or the database holds somebody's own accounts
 */
export const prepareDemo = async (context: {
  config: StandaloneConfig;
  folder: DataFolder;
  secrets: KeptSecrets;
  system: System;
  drawing: SampleDrawing;
  print: (line: string) => void;
}): Promise<Demo | null> => {
  const { config, folder, secrets, system, drawing, print } = context;
  const mark = unfinishedMark(folder);
  const isWanted =
    config.DEMO === '1' && (existsSync(mark) || (await system.commands.listAccounts()).length === 0);
  const password = secrets.demoPassword ?? config.DEMO_PASSWORD ?? makePassword();
  if (isWanted) {
    await writeFile(mark, '');
    await keepSecrets(folder, { ...secrets, demoPassword: password });
    print('  Making the demo: two accounts, four people, about sixty files…');
    const places = await system.quietly(() => fillAccounts(system, password));
    await system.settled();
    await system.quietly(() => fillAssets(system, places, drawing.samples()));
    await system.settled();
    await rm(mark);
  }
  await drawing.end();
  return isWanted || secrets.demoPassword !== undefined ? { people: DEMO_PEOPLE, password } : null;
};
