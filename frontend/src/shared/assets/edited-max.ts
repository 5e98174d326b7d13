/** Each has a title in the dialog, and is read before. */
export const EDITED_MAX = 200;
