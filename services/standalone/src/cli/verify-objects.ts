import type { Command } from 'commander';
import { Refusal } from '@vitrine/platform/errors/refusal.ts';
import type { System } from '../system.ts';

type Run = (work: (system: System) => Promise<void>) => Promise<void>;

const verify = async ({ commands }: System): Promise<void> => {
  const { objectCount, byteSize, faults } = await commands.verifyObjects();
  for (const { fault, fileName, assetId, objectKey } of faults)
    console.log(`${fault}  ${fileName}  asset ${assetId}  object ${objectKey}`);
  console.log(`${objectCount} objects of ${byteSize} bytes read, ${faults.length} not as they were taken in`);
  const { packCount, damaged } = await commands.verifyPacks();
  for (const pack of damaged) console.log(`damaged  pack ${pack}`);
  if (packCount > 0)
    console.log(`packs of copies of small objects: ${packCount} read, ${damaged.length} damaged and removed`);
  if (faults.length > 0) throw new Refusal('Not every object is whole.');
};

/** `objects verify`: reads every object and holds it against what was written down when it came. */
export const addObjects = (program: Command, run: Run): void => {
  program
    .command('objects')
    .description('objects: the files of assets and their pictures')
    .command('verify')
    .description('read every object and compare it with what was written down when it came')
    .action(() => run(verify));
};
