import express, { type Express, type RequestHandler } from 'express';
import type { Health } from './readiness.ts';

/**
 * What balancers, orchestrators and watchers ask of a process, on a port of its own: `/livez` asks nothing of others,
 * `/readyz` whether it serves and its engines answer, `/metrics` for its numbers.
 */
export const createOperationsApp = (health: Health, serveMetrics: RequestHandler): Express => {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.get('/livez', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', async (_request, response) => {
    const { isReady, ...facts } = await health.look();
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready', ...facts });
  });
  app.get('/metrics', serveMetrics);
  app.use((_request, response) => {
    response.status(404).json({ status: 'not found' });
  });
  return app;
};
