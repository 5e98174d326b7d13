let covered = false;

/** Whether what was drawn early still lies over the page: below it, drawing may take as many frames as it likes. */
export function isCovered(): boolean {
  return covered;
}

export function setCovered(isCovered: boolean): void {
  covered = isCovered;
}
