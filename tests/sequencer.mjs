import Sequencer from '@jest/test-sequencer';

const PROJECTS = ['system', 'services', 'rules'];

// What takes minutes begins first, and what takes moments fills the gaps at the end. Within a project Jest's own order:
// by the last durations, on a clone that knows none by the size of the files.
export default class LongestFirst extends Sequencer {
  async sort(tests) {
    const placeOf = ({ context }) => PROJECTS.indexOf(context.config.displayName.name);
    return (await super.sort(tests)).toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}
