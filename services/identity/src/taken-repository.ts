import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { Prisma } from '../prisma/generated/client.ts';

// https://www.prisma.io/docs/orm/reference/error-reference#p2002
const UNIQUE_CONSTRAINT_FAILED = 'P2002';

/** Says `conflict`, and on which field, where a row of that name or address exists already. */
export const conflictOn = async <Result>(field: string, work: PromiseLike<Result>): Promise<Result> => {
  try {
    return await work;
  } catch (error) {
    if (!isTaken(error)) throw error;
    throw new AppError('conflict', { field }, { cause: error });
  }
};

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_CONSTRAINT_FAILED;
