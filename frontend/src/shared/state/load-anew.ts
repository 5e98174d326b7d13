let isByPage = false;

/** Loads the page anew for its own sake: for another language, or as a newer one. */
export function loadAnew(): void {
  isByPage = true;
  window.location.reload();
}

/** Whether the page goes because it loads itself anew: its reader did not ask to begin again. */
export function isLoadedAnew(): boolean {
  return isByPage;
}
