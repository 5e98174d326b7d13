/**
 * The process cannot start, for a reason that whoever starts it can do something about. The message is a sentence for
 * that person, without secrets; there is nothing to learn from the stack.
 */
export class Refusal extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Refusal';
  }
}
