import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { sentenceFor } from '../api/error-words.ts';

/** Tells a person briefly what happened, in the corner, without taking the focus. */
export function tell(title: string, details?: ReactNode): void {
  notifications.show({ title, message: details ?? null, autoClose: details ? 12_000 : 5_000, color: 'gray' });
}

/** Tells that something failed: what happened, what was kept, what to do. It stays a while. */
export function tellError(error: unknown): void {
  notifications.show({ message: sentenceFor(error), autoClose: 12_000, color: 'red', role: 'alert' });
}
