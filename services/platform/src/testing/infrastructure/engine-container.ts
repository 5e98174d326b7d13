import { freePort } from '../free-port.ts';
import type { RunningEngine } from './engine-process.ts';

/** How to run an engine where a Docker engine answers. */
export interface EngineContainer {
  image: string;
  /** The port that it listens on inside. */
  port: number;
  command?: string[];
  environment?: Record<string, string>;
  /** What it writes when it is ready. */
  readyLog: RegExp;
}

/** Runs an engine by Testcontainers. Its port on this side stays the same over `kill` and `start`. */
export const runContainer = async (
  engine: EngineContainer,
): Promise<RunningEngine & { host: string; port: number }> => {
  // Loaded only where it is used: it brings a hundred packages.
  const { GenericContainer, Wait, getContainerRuntimeClient } = await import('testcontainers');
  const port = await freePort();
  const started = await new GenericContainer(engine.image)
    .withCommand(engine.command ?? [])
    .withEnvironment(engine.environment ?? {})
    .withExposedPorts({ container: engine.port, host: port })
    .withWaitStrategy(Wait.forLogMessage(engine.readyLog))
    .start();
  const client = await getContainerRuntimeClient();
  const container = client.container.getById(started.getId());
  return {
    host: started.getHost(),
    port,
    kill: () => container.kill(),
    start: () => started.restart(),
    stop: async () => {
      await started.stop();
    },
  };
};
