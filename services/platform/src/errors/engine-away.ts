/** An engine does not answer. The sentence tells all there is to know: nothing is wrong with who asked it. */
export class EngineAway extends Error {}
