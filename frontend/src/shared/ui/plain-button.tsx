import type { ComponentProps, MouseEvent } from 'react';

/**
 * What every button is in the page. One that waits, or cannot be pressed, keeps the focus that it has: a browser takes it
 * from what is disabled, and whoever has no pointer would stand at the beginning of the page.
 */
export function PlainButton({ disabled, type = 'button', ...rest }: ComponentProps<'button'>) {
  return disabled === true ? (
    <button {...rest} type={type} aria-disabled onClick={withoutEffect} />
  ) : (
    <button {...rest} type={type} />
  );
}

/** It sends no form either. */
function withoutEffect(event: MouseEvent): void {
  event.preventDefault();
}
