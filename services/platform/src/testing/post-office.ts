import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerEnvelope } from 'smtp-server';

/** A mail as it came over the wire. */
export interface Arrival {
  /** What RCPT TO said. */
  readonly recipients: string[];
  /** What MAIL FROM said: where it returns to. */
  readonly returnPath: string;
  readonly mail: ParsedMail;
  readonly source: string;
  /** The secret in its one link. */
  readonly token: string;
}

/** The code and the words of a reply that takes a mail not. */
export interface Reply {
  readonly code: number;
  readonly text: string;
}

/** A mail server on loopback, with its moods. */
export interface PostOffice {
  readonly url: string;
  readonly port: number;
  readonly arrivals: Arrival[];
  /** Answers the next RCPT TO with this. */
  refuseRecipient: (reply: Reply) => void;
  /** Answers the next mail, once it is whole, with this. `quote` makes a reply out of its source. */
  refuseContent: (reply: Reply | ((source: string) => Reply)) => void;
  /** Takes the next mail and hangs up without an answer. */
  hangUpAfterNext: () => void;
  /** Resolves when so many mails have come in all. */
  arrived: (count: number) => Promise<void>;
  close: () => Promise<void>;
}

export const openPostOffice = async (port = 0): Promise<PostOffice> => {
  const arrivals: Arrival[] = [];
  const recipientReplies: Reply[] = [];
  const contentReplies: (Reply | ((source: string) => Reply))[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const mood = { hangsUp: false };
  const take = (arrival: Arrival): void => {
    arrivals.push(arrival);
    for (const { count, resolve } of waiting) if (arrivals.length >= count) resolve();
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      done(asError(recipientReplies.shift()));
    },
    onData: (stream, session, done) => {
      const receive = async (): Promise<void> => {
        const source = await textOf(stream);
        const reply = contentReplies.shift();
        if (reply !== undefined) {
          done(asError(typeof reply === 'function' ? reply(source) : reply));
          return;
        }
        take(await arrivalOf(source, session.envelope));
        if (mood.hangsUp) {
          mood.hangsUp = false;
          for (const connection of server.connections) connection.close();
        } else done();
      };
      // Whoever hangs up in the middle of a mail has sent none.
      receive().catch(done);
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `smtp://127.0.0.1:${listening}`,
    port: listening,
    arrivals,
    refuseRecipient: (reply) => void recipientReplies.push(reply),
    refuseContent: (reply) => void contentReplies.push(reply),
    hangUpAfterNext: () => {
      mood.hangsUp = true;
    },
    arrived: (count) =>
      arrivals.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve })),
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
};

const asError = (reply: Reply | undefined): Error | null =>
  reply === undefined ? null : Object.assign(new Error(reply.text), { responseCode: reply.code });

const textOf = async (stream: NodeJS.ReadableStream): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
};

const arrivalOf = async (source: string, { mailFrom, rcptTo }: SMTPServerEnvelope): Promise<Arrival> => {
  const returnPath = mailFrom === false ? '' : mailFrom.address;
  const mail = await simpleParser(source, { skipTextToHtml: true });
  const token = /\/guest\/([\w-]+)/.exec(mail.text ?? '')?.[1] ?? '';
  return { recipients: rcptTo.map(({ address }) => address), returnPath, mail, source, token };
};
