import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import ts from 'typescript';

const sources = path.join(import.meta.dirname, '..');
const READ_OUT =
  /^(aria-(label|description|valuetext|roledescription|placeholder)|title|placeholder|alt|label|description)$/;
const LETTERS = /\p{L}{2}/u;
/** Alike in every language. */
const NO_WORD = /^example\.com$/;

test('no component says anything that is not in a catalogue', async () => {
  const names = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('.tsx'));
  expect(names.length).toBeGreaterThan(50);
  const said = await Promise.all(
    names.map(async (name) => saidIn(name, await readFile(path.join(sources, name), 'utf8'))),
  );
  expect(said.flat()).toEqual([]);
});

test('when a component says something of its own, then it is found', () => {
  const said = (code: string) => saidIn('a.tsx', code);
  expect(said('<p>Shared with you</p>')).toEqual(['a.tsx: Shared with you']);
  expect(said('<p>{isOpen ? "Open" : words.closed}</p>')).toEqual(['a.tsx: Open']);
  expect(said('<input aria-label="Search" className="box" />')).toEqual(['a.tsx: Search']);
  expect(said('<Tile title={`Preview ${name}`} />')).toEqual(['a.tsx: Preview']);
  expect(said('<p className="quiet">{words.closed} · {name}</p>')).toEqual([]);
});

function saidIn(name: string, code: string): string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const said: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isText(node) && isWord(node.text) && isShown(node)) said.push(`${name}: ${node.text.trim()}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return said;
}

function isText(node: ts.Node): node is ts.JsxText | ts.LiteralLikeNode {
  return ts.isJsxText(node) || ts.isStringLiteralLike(node) || ts.isTemplateHead(node);
}

function isWord(text: string): boolean {
  return LETTERS.test(text) && !NO_WORD.test(text);
}

/** Whether it stands between tags, or in what is read out; not as an argument, or in a comparison. */
function isShown(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return true;
  const { parent } = node;
  if (ts.isJsxAttribute(parent)) return READ_OUT.test(parent.name.getText());
  if (ts.isJsxExpression(parent)) return ts.isJsxAttribute(parent.parent) ? isShown(parent) : true;
  return isPassedOn(node) && isShown(parent);
}

function isPassedOn({ parent }: ts.Node): boolean {
  return (
    ts.isConditionalExpression(parent) ||
    ts.isTemplateExpression(parent) ||
    ts.isParenthesizedExpression(parent)
  );
}
