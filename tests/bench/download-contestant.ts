// A process of its own for each contestant of the benchmarks of downloads: it is told what to serve, and answers where.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ContestantName, type Task, contestants } from './download-contestants.ts';

process.on('message', ({ name, task }: { name: ContestantName; task: Task }) => {
  void serve(name, task);
});

const serve = async (name: ContestantName, task: Task): Promise<void> => {
  const server = createServer(await contestants[name](task));
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
};
