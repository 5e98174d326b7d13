import { catalogue } from '../../shared/words/catalogue.ts';

export const words = catalogue('features/preview-asset', {
  preview: (fileName: string) => `Preview of ${fileName}`,
  close: 'Close preview',
  previous: 'Previous asset',
  next: 'Next asset',
  zoom: 'Zoom',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  times: (scale: string) => `${scale}×`,
  noPicture: 'There is no preview of this file',
  pixels: (width: number, height: number) => `${width} × ${height}`,
  added: (day: string) => `Added ${day}`,
});
