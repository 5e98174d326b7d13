import { lazyDialog } from '../../shared/ui/lazy-dialog.tsx';

export const PreviewDialog = lazyDialog(
  async () => (await import('../../features/preview-asset/preview-dialog.tsx')).PreviewDialog,
);
