/** Splits a file name so that its end, the extension and a few letters before it, always stays readable. */
export function splitForMiddle(fileName: string, tailLength = 8): { head: string; tail: string } {
  const dot = fileName.lastIndexOf('.');
  const extensionLength = dot > 0 ? fileName.length - dot : 0;
  const wanted = extensionLength > 0 && extensionLength <= 6 ? extensionLength + 4 : tailLength;
  if (fileName.length <= wanted * 2) return { head: fileName, tail: '' };
  return { head: fileName.slice(0, -wanted), tail: fileName.slice(-wanted) };
}
