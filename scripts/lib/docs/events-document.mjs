import { findListeners } from './listeners.mjs';
import { typeWords } from './type-words.mjs';

const HEAD = `# Events

Every event of the system, as declared in \`contracts/src/events/\`. The envelope is CloudEvents 1.0 in structured JSON:
\`specversion\`, \`id\` (UUIDv7), \`type\`, \`source\` (\`/vitrine/<service>\`), \`subject\` (the id of what changed), \`time\`,
\`datacontenttype\`, \`traceparent\` where there is one, and \`data\`, which the tables below describe.

- An event is told if and only if the change is committed. It may come more than once: tell repetitions by \`id\`.
- \`version\` in the data grows with each change of the subject: ignore what is older than what you have.
- A published version only ever gains fields: read leniently. Anything else becomes \`…v2\` beside it.
- No event carries a secret, a token or the body of a mail.

An *id* is a UUID, an *instant* an ISO 8601 string in UTC.`;

/** docs/events.md, from the contracts; `listeners` of an event are found in the folders of the services. */
export async function eventsDocument(contracts) {
  const listenersOf = await findListeners();
  const names = new Map(Object.entries(contracts).map(([name, value]) => [value, name]));
  const events = contracts.ALL_EVENTS.map((event) => ({ ...event, heardBy: listenersOf(names.get(event)) }));
  const producers = [...new Set(events.map(({ producer }) => producer))];
  const sections = producers.map((producer) =>
    sectionOf(events.filter((event) => event.producer === producer)),
  );
  return [HEAD, overviewOf(events), ...sections].join('\n\n');
}

function overviewOf(events) {
  const rows = events.map(
    ({ type, summary, heardBy }) =>
      `| [\`${type}\`](#${anchorOf(type)}) | ${summary} | ${heardBy.join(', ')} |`,
  );
  return ['| event | what happened | heard by |', '|---|---|---|', ...rows].join('\n');
}

function sectionOf(events) {
  return [`## ${events[0].producer}`, ...events.map(describe)].join('\n\n');
}

function describe({ type, summary, data }) {
  const { properties } = data.toJSONSchema();
  const rows = Object.entries(properties).map(([name, schema]) => `| \`${name}\` | ${typeWords(schema)} |`);
  return [`### \`${type}\``, '', summary, '', '| field | type |', '|---|---|', ...rows].join('\n');
}

// As GitHub makes the anchor of a heading.
function anchorOf(type) {
  return type.replaceAll('.', '');
}
