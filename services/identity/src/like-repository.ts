/** The text without what a pattern of LIKE means by it. */
export const literally = (text: string): string => text.replaceAll(/[\\%_]/g, String.raw`\$&`);
