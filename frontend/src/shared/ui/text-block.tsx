import { Textarea } from '@mantine/core';
import type { TextareaProps } from '@mantine/core';

/** A field for some lines in somebody's own words: it grows with them, and runs as their language does. */
export function TextBlock(props: TextareaProps) {
  return <Textarea autosize minRows={2} maxRows={6} dir="auto" {...props} />;
}
