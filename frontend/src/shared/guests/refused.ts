import type { InferContractRouterOutputs } from '@orpc/contract';
import type { publicContract } from '@vitrine/contracts';
import type { ApiError } from '../api/api-error.ts';

/** A guest who was named and is not invited, with the reason. */
export type Refused = InferContractRouterOutputs<
  typeof publicContract
>['guests']['invite']['refused'][number];
export type RefusalReason = Refused['reason'];

/** The guests that an answer `invalid-guest` names. */
export function refusedIn({ details }: ApiError): Refused[] {
  const refused = details['guests'];
  return Array.isArray(refused) ? (refused as Refused[]) : [];
}
