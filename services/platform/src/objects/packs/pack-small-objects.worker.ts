import { parentPort, workerData } from 'node:worker_threads';
import { type PackingTask, packSmallObjects } from './pack-small-objects.ts';

parentPort?.postMessage(await packSmallObjects(workerData as PackingTask));
