import { type Sliced, atOnce } from '@vitrine/platform/schedule/slices.ts';
import { entryNames, namingEntries } from './entry-names.ts';
import { MANIFEST_NAME } from './manifest.ts';

interface File {
  readonly fileName: string;
  readonly domainId: string;
}

/** The domains whose files get a folder each, by id; null for a zip without folders. */
export type DomainNames = ReadonlyMap<string, string> | null;

/** The names of a zip: of each file, with its folder where there are any, and of its manifest. */
export interface PlanNames {
  readonly ofFiles: readonly string[];
  readonly ofManifest: string;
}

/** For what is of a domain that is not known to the one who downloads. */
const OTHER = 'Other';

/** Names what a zip will hold: safe, and unique without regard to case, in each folder and among the folders. */
export function* planningNames(files: readonly File[], domainNames: DomainNames): Sliced<PlanNames> {
  if (domainNames === null) {
    const names = yield* namingEntries([...files, { fileName: MANIFEST_NAME }]);
    return { ofFiles: names.slice(0, files.length), ofManifest: names.at(-1) ?? MANIFEST_NAME };
  }
  const ofFiles: string[] = [];
  for (const { folder, members } of foldersOf(files, domainNames)) {
    const names = yield* namingEntries(members.map(({ file }) => file));
    for (const [at, { index }] of members.entries()) ofFiles[index] = `${folder}/${names[at] ?? ''}`;
  }
  return { ofFiles, ofManifest: MANIFEST_NAME };
}

export const planNames = (files: readonly File[], domainNames: DomainNames): PlanNames =>
  atOnce(planningNames(files, domainNames));

interface Folder {
  readonly folder: string;
  readonly members: readonly { readonly file: File; readonly index: number }[];
}

/** In the order in which their first files were asked for. */
const foldersOf = (files: readonly File[], domainNames: ReadonlyMap<string, string>): Folder[] => {
  const membersOf = new Map<string, { file: File; index: number }[]>();
  for (const [index, file] of files.entries()) {
    const domainId = domainNames.has(file.domainId) ? file.domainId : OTHER;
    const members = membersOf.get(domainId) ?? [];
    members.push({ file, index });
    membersOf.set(domainId, members);
  }
  // The manifest stands beside the folders: none may be named as it is.
  const titles = [...membersOf.keys()].map((id) => ({ fileName: domainNames.get(id) ?? OTHER }));
  const [, ...folders] = entryNames([{ fileName: MANIFEST_NAME }, ...titles]);
  return [...membersOf.values()].map((members, at) => ({ folder: folders[at] ?? OTHER, members }));
};
