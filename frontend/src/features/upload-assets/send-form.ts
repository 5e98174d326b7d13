import type { AssetView } from '@vitrine/contracts';
import { ApiError, errorFromAnswer } from '../../shared/api/api-error.ts';
import { API_PATH } from '../../shared/api/request-of.ts';
import type { Sending } from './sending.ts';

/** Sends one file in one request. It is an XMLHttpRequest because fetch cannot tell how much has been sent. */
export function sendForm({ file, domainId, key, onProgress, signal }: Sending): Promise<string> {
  return new Promise((resolve, reject: (error: Error) => void) => {
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(Math.round((loaded / Math.max(1, total)) * file.size));
    });
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(idIn(request.responseText));
      else reject(errorFromAnswer(request.status, request.responseText));
    });
    request.addEventListener('error', () => reject(new ApiError('offline')));
    request.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')));
    signal.addEventListener('abort', () => request.abort());
    request.open('POST', `${API_PATH}/assets`);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', key);
    request.send(formOf(file, domainId));
  });
}

function idIn(answer: string): string {
  return (JSON.parse(answer) as AssetView).id;
}

// The file comes last: a domain that is not allowed is refused before the first byte is kept.
function formOf(file: File, domainId: string): FormData {
  const form = new FormData();
  form.append('domainId', domainId);
  // In the head of a part they would break the form; kept, each of them is an underscore anyway.
  form.append('file', file, file.name.replaceAll(/\p{Cc}/gu, '_'));
  return form;
}
