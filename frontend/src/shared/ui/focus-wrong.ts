/** Leads to what is to be corrected: it may be out of view, and is read out with what is wrong. */
export function focusWrong(form: HTMLFormElement): void {
  // By then it is marked.
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
