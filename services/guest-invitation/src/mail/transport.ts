import type { MailLanguage } from '@vitrine/contracts';

/** A mail, whole: one recipient, a text and an HTML part with the same one link. */
export interface Mail {
  /** Stable per send, so that a mail that was handed over twice can be told as one. */
  messageId: string;
  from: string;
  /** Where it returns to if it cannot be delivered; else to the sender. */
  returnPath?: string;
  /** Exactly one plain address. */
  to: string;
  /** What all of it is written in, but for what people said. */
  language: MailLanguage;
  subject: string;
  text: string;
  html: string;
}

/** Hands a mail over to whoever delivers it. Resolves when that one has taken it. */
export interface MailTransport {
  /**
   * @throws MailRefused where no repetition can help, MailNotTaken where it surely did not go out; after these and
   *   anything else, a mail that is not refused is tried again later
   */
  send: (mail: Mail) => Promise<void>;
  /** Ends what is being handed over, too. */
  close: () => Promise<void>;
}

/** The mail did not go out; another time it may. The message is the reason, in the mail server's words if it has any. */
export class MailNotTaken extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'MailNotTaken';
  }
}

/** The mail server will never take this mail; the message is its own reason. */
export class MailRefused extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'MailRefused';
  }
}
