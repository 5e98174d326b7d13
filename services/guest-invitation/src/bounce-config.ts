import * as z from 'zod';
import { BOX_LENGTH_MAX, type BounceSettings } from './mail/return-path.ts';

/** Where mails return to that cannot be delivered; both or none. */
export const bounceConfig = {
  BOUNCE_ADDRESS: z
    .email('has to be an address like bounces@example.com')
    .refine(
      (address) => address.indexOf('@') <= BOX_LENGTH_MAX && !address.includes('+'),
      `has to have at most ${BOX_LENGTH_MAX} characters before the @, and no plus`,
    )
    .optional()
    .describe(
      'Where mails return to that cannot be delivered, as bounces@example.com; +<id> is added to what stands before the @. Unset: to the sender, unread.',
    ),
  BOUNCE_TOKEN: z
    .string()
    .min(32, 'has to have at least 32 characters')
    .optional()
    .describe('By which the mail server hands these over, at POST /api/v1/bounces. A secret.'),
};

interface Configured {
  readonly BOUNCE_ADDRESS?: string | undefined;
  readonly BOUNCE_TOKEN?: string | undefined;
}

/** Adds an issue where one of them is set without the other. */
export const demandBounceConfig = (config: Configured, context: z.RefinementCtx): void => {
  const [first, second] = ['BOUNCE_ADDRESS', 'BOUNCE_TOKEN'] as const;
  const missing = config[first] === undefined ? first : second;
  if ((config[first] === undefined) === (config[second] === undefined)) return;
  const other = missing === first ? second : first;
  context.addIssue({ code: 'custom', path: [missing], message: `has to be set where ${other} is` });
};

export const bouncesOf = ({ BOUNCE_ADDRESS, BOUNCE_TOKEN }: Configured): BounceSettings | undefined =>
  BOUNCE_ADDRESS === undefined || BOUNCE_TOKEN === undefined
    ? undefined
    : { address: BOUNCE_ADDRESS, token: BOUNCE_TOKEN };
