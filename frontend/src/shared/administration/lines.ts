/** Several as one writes them: one a line. */
export function asLines(several: readonly string[]): string {
  return several.join('\n');
}

/** What a text holds, line by line or in a list. */
export function linesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((line) => line !== '');
}
