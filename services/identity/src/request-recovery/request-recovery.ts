import type { MailLanguage } from '@vitrine/contracts';
import type { AllDeps } from '../deps.ts';
import { isStorable } from '../plain-text.ts';

/**
 * Keeps that somebody forgot the password of that address. Whose it is, is looked for later (decision 065), so neither
 * the answer nor its time tells.
 */
export const requestRecovery =
  ({ repositories: { recoveries, databaseNow } }: AllDeps) =>
  async ({ email, language }: { email: string; language: MailLanguage }): Promise<void> => {
    const address = email.trim();
    if (isStorable(address))
      await recoveries.requests.add({ email: address, language, requestedAt: await databaseNow() });
  };
