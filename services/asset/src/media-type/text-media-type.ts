const controlCharacters = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/;

/** The head as text, or nothing when it is not text: invalid UTF-8, control characters, or empty. */
export const decodeText = (head: Uint8Array): string | undefined => {
  if (head.length === 0) return undefined;
  const encoding = encodingOf(head);
  try {
    // `stream` forgives a character that the end of the head cut in two.
    const text = new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
    return controlCharacters.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
};

export const mediaTypeOfText = (text: string, fileName: string, isWhole: boolean): string => {
  const root = rootElementOf(text);
  if (root === 'svg') return 'image/svg+xml';
  if (root !== undefined && htmlElements.has(root)) return 'text/html';
  const extension = extensionOf(fileName);
  if (text.trimStart().startsWith('<?xml')) return 'application/xml';
  if (['html', 'htm', 'xhtml'].includes(extension) && text.includes('<')) return 'text/html';
  if (isJson(text, isWhole, extension)) return 'application/json';
  return plainTypes[extension] ?? 'text/plain';
};

const plainTypes: Partial<Record<string, string>> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  md: 'text/markdown',
  markdown: 'text/markdown',
};

/** What a browser's own sniffing would take for HTML (WHATWG MIME Sniffing, section 7.1). */
const htmlElements = new Set(
  'html head script iframe h1 div font table a style title b body br p !doctype-html'.split(' '),
);

const encodingOf = (head: Uint8Array): string => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
};

/** The first element behind white space, comments, processing instructions and the document type. */
const rootElementOf = (text: string): string | undefined => {
  let rest = text.trimStart();
  for (let skipped = 0; skipped < maxPrologueParts; skipped++) {
    if (/^<!doctype\s+html/i.test(rest)) return '!doctype-html';
    const end = endOfProloguePart(rest);
    if (end === undefined)
      return /^<([a-z][a-z0-9:]*)[\s/>]/i.exec(rest)?.[1]?.toLowerCase().replace(/^svg:/, '');
    rest = rest.slice(end).trimStart();
  }
  return undefined;
};

const maxPrologueParts = 50;

const endOfProloguePart = (rest: string): number | undefined => {
  const closing = closingOf(rest);
  if (closing === undefined) return undefined;
  const at = rest.indexOf(closing);
  return at < 0 ? rest.length : at + closing.length;
};

const closingOf = (rest: string): string | undefined => {
  if (rest.startsWith('<!--')) return '-->';
  if (rest.startsWith('<?')) return '?>';
  if (!/^<!doctype/i.test(rest)) return undefined;
  return /^<!doctype[^>]*\[/i.test(rest) ? ']>' : '>';
};

const isJson = (text: string, isWhole: boolean, extension: string): boolean => {
  if (!/^\s*[[{]/.test(text)) return false;
  if (!isWhole) return extension === 'json';
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const extensionOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
