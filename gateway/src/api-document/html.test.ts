import { expect, test } from '@jest/globals';
import { html, join, prose } from './html.ts';

test('when text is put into markup, then it stays text; markup stays markup', () => {
  expect(html`<p title="${'"&\''}">${'<script>'}</p>`.text).toBe(
    '<p title="&quot;&amp;&#39;">&lt;script&gt;</p>',
  );
  const items = join(['a', '<'], (item) => html`<b>${item}</b>`);
  expect(html`<i>${items}</i>`.text).toBe('<i><b>a</b><b>&lt;</b></i>');
});

test('when a sentence names code between backticks, then that is code, and nothing else is', () => {
  expect(prose('The `code` is <stable>.').text).toBe('The <code>code</code> is &lt;stable&gt;.');
});
