import type { OpenAPI } from '@orpc/openapi';
import { html, join, prose, type Html } from './html.ts';
import { DOCS_STYLE } from './docs-style.ts';
import { type Operation, operationsByTag } from './operations.ts';
import { fieldsOf } from './schema-fields.ts';

/** The document for people: one page, without a script, in the order of the work. */
export const docsPage = (document: OpenAPI.Document): string => {
  const groups = operationsByTag(document);
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title} API</title>
        <style>
          ${{ text: DOCS_STYLE }}
        </style>
      </head>
      <body>
        <header>
          <h1>${document.info.title} API</h1>
          <p>${prose(document.info.description ?? '')}</p>
          <p>As OpenAPI ${document.openapi}: <a href="/api/v1/openapi.json">/api/v1/openapi.json</a></p>
          <nav aria-label="Parts">${join(groups, ([tag]) => html`<a href="#${tag}">${tag}</a> `)}</nav>
        </header>
        <main>${join(groups, ([tag, operations]) => sectionOf(tag, operations))}</main>
      </body>
    </html>`.text;
};

const sectionOf = (tag: string, operations: Operation[]): Html =>
  html`<section aria-labelledby="${tag}">
    <h2 id="${tag}">${tag}</h2>
    ${join(operations, articleOf)}
  </section>`;

const articleOf = ({ method, path, operation }: Operation): Html =>
  html`<details id="${operation.operationId ?? path}">
    <summary>
      <span class="method">${method.toUpperCase()}</span> <code>${path}</code>
      <span class="what">${operation.summary ?? ''}</span>
    </summary>
    ${operation.description === undefined ? '' : html`<p>${prose(operation.description)}</p>`}
    ${parametersOf(operation)} ${bodyOf('Body', operation.requestBody)}
    ${join(Object.entries(operation.responses ?? {}), ([status, response]) => answerOf(status, response))}
  </details>`;

const parametersOf = ({ parameters = [] }: OpenAPI.OperationObject): Html => {
  const rows = parameters.flatMap((parameter) =>
    '$ref' in parameter
      ? []
      : [
          {
            name: parameter.name,
            facts: [
              parameter.in,
              ...fieldsOf({ properties: { it: parameter.schema } }).map(({ type }) => type),
            ],
            isRequired: parameter.required === true,
          },
        ],
  );
  return tableOf(
    'Parameters',
    rows.map(({ name, facts, isRequired }) => ({ name, type: facts.join(', '), isRequired })),
  );
};

const answerOf = (status: string, response: unknown): Html => {
  const { description = '' } = response as { description?: string };
  if (Number(status) >= 400) return html`<p class="problem"><b>${status}</b> ${prose(description)}</p>`;
  return bodyOf(`Answer ${status}`, response, description === 'OK' ? '' : description);
};

const bodyOf = (title: string, body: unknown, description = ''): Html => {
  const { content = {} } = (body ?? {}) as { content?: Record<string, { schema?: unknown }> };
  const [mediaType, media] = Object.entries(content)[0] ?? [];
  if (body === undefined) return html``;
  const kind = mediaType === undefined || mediaType === 'application/json' ? '' : mediaType;
  const heading = [title, kind, description].filter(Boolean).join(' · ');
  return tableOf(heading, fieldsOf(media?.schema), true);
};

const tableOf = (
  title: string,
  rows: { name: string; type: string; isRequired: boolean }[],
  isShownEmpty = false,
): Html => {
  if (rows.length === 0) return isShownEmpty ? html`<h3>${title}</h3>` : html``;
  return html`<h3>${title}</h3>
    <table>
      ${join(
        rows,
        ({ name, type, isRequired }) =>
          html`<tr>
            <th scope="row"><code>${name}</code></th>
            <td>${type}</td>
            <td>${isRequired ? '' : 'optional'}</td>
          </tr>`,
      )}
    </table>`;
};
