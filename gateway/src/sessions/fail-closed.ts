import { AppError } from '@vitrine/platform/errors/app-error.ts';
import type { KeyValue } from '@vitrine/platform/keyvalue/port.ts';
import type { Log } from '@vitrine/platform/log/log.ts';
import { sayRepeatedFailure } from '@vitrine/platform/log/repeated-failure.ts';

export type SessionStore = Pick<
  KeyValue,
  'get' | 'set' | 'replace' | 'delete' | 'addMember' | 'members' | 'removeMember'
>;

const RETRY_AFTER_SECONDS = 2;

/**
 * A store whose failures are answers to people. Whether somebody has a session cannot be told without it: that is
 * neither "allowed" nor "signed out", but 503, and the browser keeps its cookie for when the store is back.
 */
export const failClosed = (keyValue: KeyValue, log: Log): SessionStore => {
  const answers = sayRepeatedFailure(log, 'the store of sessions does not answer');
  const orUnavailable = async <Outcome>(outcome: Promise<Outcome>): Promise<Outcome> => {
    try {
      const answer = await outcome;
      answers.succeeded();
      return answer;
    } catch (error) {
      answers.failed(error);
      throw new AppError(
        'temporarily-unavailable',
        { retryAfterSeconds: RETRY_AFTER_SECONDS },
        { cause: error },
      );
    }
  };
  return {
    get: (key) => orUnavailable(keyValue.get(key)),
    set: (key, value, options) => orUnavailable(keyValue.set(key, value, options)),
    replace: (key, value) => orUnavailable(keyValue.replace(key, value)),
    delete: (key) => orUnavailable(keyValue.delete(key)),
    addMember: (key, member, options) => orUnavailable(keyValue.addMember(key, member, options)),
    members: (key) => orUnavailable(keyValue.members(key)),
    removeMember: (key, member) => orUnavailable(keyValue.removeMember(key, member)),
  };
};
