import { partOfPage } from '../../shared/api/part-of-page.ts';
import { sendForm } from './send-form.ts';
import type { Sending } from './sending.ts';

const resumable = partOfPage(async () => (await import('./send-resumable.ts')).sendResumable);

/** What is sent again sooner than it is asked how far it had come. */
const FORM_BYTES_MAX = 8 * 1024 * 1024;

/**
 * Sends one file; a large one so that it can be gone on with after a lost connection or a reload. Resolves to the id of
 * the asset that it became.
 */
export async function sendFile(sending: Sending): Promise<string> {
  if (sending.file.size <= FORM_BYTES_MAX) return sendForm(sending);
  const sendResumable = await resumable.read();
  return sendResumable(sending);
}
