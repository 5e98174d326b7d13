import { QueryClient } from '@tanstack/react-query';
import { codeOf } from './api-error.ts';
import type { ApiErrorCode } from './api-error.ts';

const WORTH_RETRYING: ReadonlySet<ApiErrorCode> = new Set(['offline', 'temporarily-unavailable']);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (failureCount, error) => failureCount < 2 && WORTH_RETRYING.has(codeOf(error)),
    },
    mutations: { networkMode: 'always' },
  },
});
