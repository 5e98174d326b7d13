import { expect, test } from '@jest/globals';
import { html, join } from './html.ts';

test('when text is put into markup, then it stays text; markup stays markup', () => {
  expect(html`<p title="${'"&\''}">${'<script>'}</p>`.text).toBe(
    '<p title="&quot;&amp;&#39;">&lt;script&gt;</p>',
  );
  const items = join(['a', '<'], (item) => html`<b>${item}</b>`);
  expect(html`<i>${items}</i>`.text).toBe('<i><b>a</b><b>&lt;</b></i>');
});
