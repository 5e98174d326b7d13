import express, { type Express, type RequestHandler } from 'express';
import { type Health, isReady } from './readiness.ts';

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
    const readiness = await health.look();
    const ready = isReady(readiness);
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready', ...readiness });
  });
  app.get('/metrics', serveMetrics);
  app.use((_request, response) => {
    response.status(404).json({ status: 'not found' });
  });
  return app;
};
