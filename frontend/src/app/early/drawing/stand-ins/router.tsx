import type { ReactNode } from 'react';

type Props = { to: string; className: string; children: ReactNode };

/** Where the link leads to is marked as the page itself does it. */
export function Link({ to, className, children }: Props) {
  return (
    <span className={className} aria-current={to === window.location.pathname ? 'page' : undefined}>
      {children}
    </span>
  );
}
