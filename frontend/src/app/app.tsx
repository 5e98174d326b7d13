import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { DownloadsArea } from '../features/follow-downloads/downloads-area.tsx';
import { ConnectionLine } from '../shared/connection/connection-line.tsx';
import { queryClient } from '../shared/api/query-client.ts';
import { theme } from '../shared/theme/theme.ts';
import { Notices } from '../shared/notices/notices.tsx';
import { router } from './router.tsx';
import { ToldTitle } from './told-title.tsx';

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <ToldTitle />
        <RouterProvider router={router} />
        <DownloadsArea />
        <Notices />
        <ConnectionLine />
      </QueryClientProvider>
    </MantineProvider>
  );
}
