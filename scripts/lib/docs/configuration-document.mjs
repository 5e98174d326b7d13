import { table, variablesOf } from './variables-table.mjs';

const HEAD = `# Configuration

The environment variables of each process, as declared in its \`src/config.ts\`. An empty variable counts as one that is
not set. A value that cannot be used ends the start with a sentence that names the variable and says why, and never
shows the value. Instead of any variable \`X\` there can be \`X_FILE\`, the path of a file that holds the value: so secrets
are handed over as files. Setting both is refused.`;

const STANDALONE = `## Everything in one process

\`npm start\`: declared in \`services/standalone/src/config.ts\`. Each engine can be named alone; the rest is embedded.`;

const DISTRIBUTED = `## Each service a process of its own

\`node services/<name>/src/main.ts\` and \`node gateway/src/main.ts\`. An engine that is not there at the start is waited
for; a wrong password for it ends the start.`;

const HEADINGS = ['variable', 'type', 'unset', 'what it is'];

/** docs/configuration.md, from the zod objects that read the environments. */
export function configurationDocument(standalone, processes) {
  const alone = variablesOf(standalone).map(({ name, cells }) => [`\`${name}\``, ...cells]);
  return [
    HEAD,
    STANDALONE,
    table(HEADINGS, alone),
    DISTRIBUTED,
    table(['variable', 'of', ...HEADINGS.slice(1)], rowsOfAll(processes)),
  ].join('\n\n');
}

/** A row for each variable; more than one where it means something else to some of the processes. */
function rowsOfAll(processes) {
  const rows = new Map();
  for (const [process, config] of Object.entries(processes)) {
    for (const { name, cells } of variablesOf(config)) {
      const key = [name, ...cells].join('|');
      rows.set(key, { name, cells, of: [...(rows.get(key)?.of ?? []), process] });
    }
  }
  const names = [...new Set([...rows.values()].map(({ name }) => name))];
  const all = Object.keys(processes).length;
  return names.flatMap((name) =>
    [...rows.values()]
      .filter((row) => row.name === name)
      .map(({ cells, of }) => [`\`${name}\``, of.length === all ? 'all' : of.join(', '), ...cells]),
  );
}
