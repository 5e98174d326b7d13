import { expect, test } from '@jest/globals';
import ts from 'typescript';
import { allCatalogues } from './all-catalogues.ts';
import { german } from './german.ts';

/** Numbers that are never large, or are always written in one piece. */
const IN_ONE_PIECE = /\.(days|millimetres|noPage|pageAlt|pageOf|pixels|soFar|stepOf)$/;
/** What is said alike of one and of many: it names no things, counts none, or is never said of one. */
const ALIKE =
  /\.(andMore|atMost|chosen|days|editAtMost|editFromList|failedToo|millimetres|more|noPage|pageAlt|pageOf|pixels|saving|selected|selecting|showMore|soFar|soMuch|stepOf|withheld)$/;
/** In German a word that is alike in both. */
const CHARACTERS = /Zeichen/;

type Sentence = { way: string; of: (number: number) => string };

const catalogues = await allCatalogues();
const sentences = catalogues.flatMap(({ name, text, words }) => {
  const kinds = kindsIn(text);
  return [...sentencesIn(words, name, kinds), ...sentencesIn(german[name], `${name} in German`, kinds)];
});

test('every number in a sentence is written as the locale does', () => {
  expect(sentences.length).toBeGreaterThan(100);
  const plain = sentences.filter(({ way, of }) => !IN_ONE_PIECE.test(way) && of(4321).includes('4321'));
  expect(plain.map(({ way, of }) => `${way}: ${of(4321)}`)).toEqual([]);
});

test('of one it is said otherwise than of many', () => {
  const shape = (said: string) => said.replaceAll(/\d+/g, '#');
  const alike = sentences.filter(
    ({ way, of }) => !ALIKE.test(way) && !CHARACTERS.test(of(1)) && shape(of(1)) === shape(of(2)),
  );
  expect(alike.map(({ way, of }) => `${way}: ${of(1)}`)).toEqual([]);
});

/** Of each function in a catalogue, by its name, whether what it tells of are numbers. */
function kindsIn(text: string): ReadonlyMap<string, readonly boolean[]> {
  const kinds = new Map<string, readonly boolean[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isArrowFunction(node) && hasName(node.parent))
      kinds.set(
        node.parent.name.getText(),
        node.parameters.map(({ type }) => type?.getText() === 'number'),
      );
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('words.ts', text, ts.ScriptTarget.Latest, true));
  return kinds;
}

function hasName(node: ts.Node): node is ts.PropertyAssignment | ts.VariableDeclaration {
  return ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node);
}

function sentencesIn(words: unknown, way: string, kinds: ReturnType<typeof kindsIn>): Sentence[] {
  if (typeof words === 'object' && words !== null)
    return Object.entries(words).flatMap(([key, value]) => sentencesIn(value, `${way}.${key}`, kinds));
  const kind = kinds.get(way.split('.').at(-1) ?? '');
  if (typeof words !== 'function' || kind?.includes(true) !== true) return [];
  const say = words as (...told: readonly unknown[]) => unknown;
  return [{ way, of: (number) => String(say(...kind.map((isNumber) => (isNumber ? number : 'x')))) }];
}
