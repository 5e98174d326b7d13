import Sequencer from '@jest/test-sequencer';

const PROJECTS = ['system', 'services', 'rules'];

/** For most of a minute or more these wait for what does not answer, while the processors are there for others. */
const WAITING = [
  's3-store.test.ts',
  'fault-run.test.ts',
  'source-fails.test.ts',
  'rabbitmq-faults.int.test.ts',
  'ranged-source.test.ts',
  'ranged-source-over-tls.test.ts',
];
/** So many others begin between two of them. */
const BETWEEN = 8;

// What takes minutes begins first, and what takes moments fills the gaps at the end. Within a project Jest's own order:
// by the last durations, on a clone that knows none by the size of the files.
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const isWaiting = ({ path }) => WAITING.some((name) => path.endsWith(`/${name}`));
    const placeOf = ({ context }) => PROJECTS.indexOf(context.config.displayName.name);
    const sorted = (await super.sort(tests)).toSorted((one, other) => placeOf(one) - placeOf(other));
    return spread(
      sorted.filter(isWaiting),
      sorted.filter((test) => !isWaiting(test)),
    );
  }
}

function spread(waiting, others) {
  return waiting
    .flatMap((test, turn) => [test, ...others.slice(turn * BETWEEN, (turn + 1) * BETWEEN)])
    .concat(others.slice(waiting.length * BETWEEN));
}
