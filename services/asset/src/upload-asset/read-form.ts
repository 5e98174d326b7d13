import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { AppError } from '@vitrine/platform/errors/app-error.ts';
import { UPLOAD_FIELDS } from '@vitrine/contracts';
import { readOver } from '@vitrine/platform/http/read-over.ts';
import busboy, { type Busboy } from 'busboy';

/** The one file of a form, while its bytes arrive. */
export interface FormFile {
  fileName: string;
  content: Readable;
  /** Settles when the form has ended; rejects where it was cut off, or wrong behind the file. */
  isWhole: () => Promise<unknown>;
}

/** The fields that have arrived: those before a file at once, those behind it when the form has ended. */
export type FormFields = ReadonlyMap<string, string>;

const LIMITS = { fields: 10, fieldSize: 2_000, fieldNameSize: 100, files: 1, parts: 12, headerPairs: 50 };

const KNOWN: ReadonlySet<string> = new Set(Object.values(UPLOAD_FIELDS));

/**
 * Reads a form with one file, and hands it over as it arrives.
 * @throws AppError `unsupported-media-type`, `invalid-request`, `upload-incomplete`, and what `receive` throws
 */
export const readForm = async <Result>(
  request: IncomingMessage,
  receive: (fields: FormFields, file: FormFile) => Promise<Result>,
): Promise<Result> => {
  const parser = parserOf(request);
  try {
    // Bytes that come later are handed over by the connection, which knows of no trace.
    return await receiveFrom(request, parser, AsyncLocalStorage.bind(receive));
  } finally {
    request.unpipe(parser);
    parser.destroy();
    readOver(request);
  }
};

const parserOf = (request: IncomingMessage): Busboy => {
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? ''))
    throw new AppError('unsupported-media-type');
  try {
    return busboy({ headers: request.headers, limits: LIMITS, defParamCharset: 'utf8' });
  } catch (error) {
    throw wrongForm('The form has no boundary.', error);
  }
};

const receiveFrom = <Result>(
  request: IncomingMessage,
  parser: Busboy,
  receive: (fields: FormFields, file: FormFile) => Promise<Result>,
): Promise<Result> =>
  new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    const form = whenEnded(request, parser);
    let hasFile = false;
    const refuse = (message: string): void => form.fail(wrongForm(message));
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      parser.on(limit, () => refuse('The form has more parts than are taken: one file at a time.'));
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      if (nameTruncated || valueTruncated) refuse('A field is too long.');
      // Passed over, a misspelt domain would put the file where the person looks at just then.
      else if (!KNOWN.has(name)) form.fail(wrongForm('There is no such field', undefined, name));
      // Of two domains, the file would go into whichever a reader of the form happens to take.
      else if (fields.has(name)) form.fail(wrongForm('A field is said once.', undefined, name));
      fields.set(name, value);
    });
    parser.on('file', (name, content, { filename }) => {
      // Whoever reads the content learns of its end; where nobody does, its error must not end the process.
      content.on('error', () => undefined);
      if (form.hasFailed()) return;
      hasFile = true;
      if (name !== UPLOAD_FIELDS.file) refuse(`The file's field is called "${UPLOAD_FIELDS.file}".`);
      const file = { fileName: filename ?? '', content, isWhole: () => form.ended };
      receive(fields, file).then(resolve, reject);
    });
    // With a file, its receiver hears of the end too and first puts away what it has.
    const unlessReceived = (error: unknown): void => {
      if (!hasFile) reject(asAppError(error));
    };
    form.ended.then(() => unlessReceived(wrongForm('There is no file in the form.')), unlessReceived);
    request.pipe(parser);
  });

/** The end of a form, good or bad, whatever notices it first: the parser, the connection or a rule of ours. */
const whenEnded = (request: IncomingMessage, parser: Busboy) => {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  let hasFailed = false;
  const fail = (error: AppError): void => {
    hasFailed = true;
    reject(error);
    parser.destroy(error);
  };
  const cutOff = (cause?: unknown): void => fail(new AppError('upload-incomplete', {}, { cause }));
  parser.once('close', () => resolve(undefined));
  parser.on('error', (error) => fail(asAppError(error)));
  request.once('error', cutOff);
  request.once('close', () => {
    if (!request.complete) cutOff();
  });
  return { ended: promise, fail, hasFailed: () => hasFailed };
};

const asAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  const message = error instanceof Error ? error.message : '';
  const code = CODES.find(([beginning]) => message.startsWith(beginning))?.[1];
  return code ? new AppError(code, {}, { cause: error }) : wrongForm('It is no form.', error);
};

/** By the beginnings of what busboy says. Nothing but a name with control characters breaks the header of a part. */
const CODES = [
  ['Unexpected end', 'upload-incomplete'],
  ['Malformed part header', 'invalid-file-name'],
] as const;

const wrongForm = (message: string, cause?: unknown, path: string = UPLOAD_FIELDS.file): AppError =>
  new AppError('invalid-request', { issues: [{ path, message }] }, { cause });
