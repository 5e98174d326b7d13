import { onShutdown } from '@vitrine/platform/shutdown/on-shutdown.ts';
import { readConfig } from '@vitrine/platform/config/read-config.ts';
import { StandaloneConfig } from './config.ts';
import { explainFailure } from './explain-failure.ts';
import { startStandalone } from './start-standalone.ts';
import { printWelcome } from './welcome.ts';

const STOP_TIMEOUT_MS = 1_800;

/** The script that started this process may be killed outright: then this ends as with Ctrl-C. */
const stopWithLauncher = (): void => {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
};

const run = async (): Promise<void> => {
  const config = readConfig(StandaloneConfig, process.env);
  const standalone = await startStandalone(config, (line) => console.log(line));
  onShutdown(standalone.stopSteps, {
    timeoutMs: STOP_TIMEOUT_MS,
    log: standalone.log,
    exit: (code) => process.exit(code),
    announce: () => console.log('\nStopping…'),
  });
  stopWithLauncher();
  printWelcome(standalone, config, (line) => console.log(line));
};

try {
  await run();
} catch (error) {
  console.error(`\nVitrine did not start. ${explainFailure(error)}`);
  process.exit(1);
}
