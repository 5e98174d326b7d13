import { DetailedError, Upload } from 'tus-js-client';
import type { HttpRequest, HttpResponse } from 'tus-js-client';
import { ApiError, errorFromAnswer } from '../../shared/api/api-error.ts';
import { API_PATH } from '../../shared/api/request-of.ts';
import type { Sending } from './sending.ts';
import { waitForAsset } from './uploads-api.ts';

/** Soon at first, then every ten seconds for hours: a laptop may be shut over lunch. */
const RETRY_DELAYS_MS = [500, 1_000, 2_000, 5_000, ...Array.from({ length: 1_000 }, () => 10_000)];

/** Another request has the upload by now, or the server is busy: asked again, it tells how far it is. */
const WORTH_RETRYING: ReadonlySet<number> = new Set([409, 423, 429]);

/** What is said of an upload that is not there, or not any more (tus 1.0, HEAD). */
const NOT_THERE: ReadonlySet<number> = new Set([403, 404, 410]);

/** Sends a file by tus 1.0, from where it stopped, if this browser began to send it before. */
export async function sendResumable(sending: Sending): Promise<string> {
  const { signal } = sending;
  const ended = Promise.withResolvers<undefined>();
  const upload = uploadOf(sending, ended);
  const cancel = () => {
    // Given up by the person, so its pieces are not kept either.
    void upload.abort(true).catch(forgottenLater);
    ended.reject(new DOMException('Cancelled', 'AbortError'));
  };
  signal.addEventListener('abort', cancel);
  try {
    const [before] = await upload.findPreviousUploads();
    signal.throwIfAborted();
    if (before !== undefined) upload.resumeFromPreviousUpload(before);
    upload.start();
    await ended.promise;
    return await waitForAsset(idIn(upload.url), signal);
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function uploadOf(sending: Sending, ended: PromiseWithResolvers<undefined>): Upload {
  const { file, domainId, onProgress, onInterrupted } = sending;
  return new Upload(file, {
    endpoint: `${API_PATH}/uploads`,
    metadata: { filename: file.name, domainId },
    retryDelays: RETRY_DELAYS_MS,
    removeFingerprintOnSuccess: true,
    // The same file into another domain is another upload.
    fingerprint: async () => ['vitrine', domainId, file.name, file.size, file.lastModified].join(' '),
    onProgress: (sent) => onProgress(sent),
    onSuccess: () => ended.resolve(undefined),
    onError: (error) => ended.reject(asApiError(error)),
    onAfterResponse: keepPlace,
    onShouldRetry: (error) => {
      const status = statusOf(error);
      const isWorthIt = status === 0 || status >= 500 || WORTH_RETRYING.has(status);
      if (isWorthIt) onInterrupted();
      return isWorthIt;
    },
  });
}

/** The server did not say how far an upload is. */
class NotTold extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`Answered with ${status}`);
    this.status = status;
  }
}

/** Without this the library begins anew, at nothing, whenever it is not told: as the session is over, or the server busy. */
function keepPlace(request: HttpRequest, response: HttpResponse): void {
  const status = response.getStatus();
  if (request.getMethod() === 'HEAD' && status >= 300 && !NOT_THERE.has(status)) throw new NotTold(status);
}

function asApiError(error: Error): Error {
  const status = error instanceof DetailedError ? statusOf(error) : 0;
  if (!(error instanceof DetailedError) || status === 0) return new ApiError('offline');
  return errorFromAnswer(status, error.originalResponse?.getBody() ?? '');
}

function statusOf({ originalResponse, causingError }: DetailedError): number {
  return causingError instanceof NotTold ? causingError.status : (originalResponse?.getStatus() ?? 0);
}

function idIn(url: string | null): string {
  return url?.split('/').at(-1) ?? '';
}

// The server forgets by itself what nobody goes on with.
function forgottenLater(): void {}
