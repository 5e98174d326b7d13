/** Markup in which every text that was put in is escaped. */
export interface Html {
  text: string;
}

const ENTITIES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** A template of markup: text is escaped, markup made by this very function is not. */
export const html = (parts: TemplateStringsArray, ...values: (string | Html)[]): Html => ({
  text: parts.map((part, index) => part + rendered(values[index])).join(''),
});

/** One piece of markup for each item, one after the other; every second one in its own way, if there is one. */
export const join = <Item>(
  items: readonly Item[],
  render: (item: Item) => Html,
  renderSecond = render,
): Html => ({
  text: items.map((item, index) => (index % 2 === 0 ? render(item) : renderSecond(item)).text).join(''),
});

/** A sentence in which what stands between backticks is code. */
export const prose = (text: string): Html =>
  join(
    text.split('`'),
    (part) => html`${part}`,
    (code) => html`<code>${code}</code>`,
  );

const rendered = (value: string | Html | undefined): string =>
  typeof value === 'object'
    ? value.text
    : (value ?? '').replaceAll(/[&<>"']/g, (sign) => ENTITIES.get(sign) ?? sign);
