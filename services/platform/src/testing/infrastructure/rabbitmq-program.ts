import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpathSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../free-port.ts';
import { engineFolder, runEngine } from './engine-process.ts';
import type { RunningEngine } from './engine-process.ts';
import { findBinary } from './find-binary.ts';

/** A broker that was started from a program of this machine. */
export interface RabbitMqProgram extends RunningEngine {
  readonly port: number;
  /** Lets the broker believe that its memory is used up: it reads nothing more from whoever publishes. */
  readonly setMemoryAlarm: (isOn: boolean) => Promise<void>;
}

const run = promisify(execFile);
const READY_WITHIN_MS = 120_000;
const MEMORY_LIMIT = '600MB';

/** Starts a broker of its own, apart from any other on the machine, with all that it writes in a temporary folder. */
export const runRabbitMqProgram = async (
  file: string,
  answers: (port: number) => Promise<boolean>,
): Promise<RabbitMqProgram> => {
  const folder = await engineFolder('rabbitmq');
  const [port, names, distribution] = [await freePort(), await freePort(), await freePort()];
  const env = await environmentIn(folder, { port, names, distribution });
  const stopNames = await startNameServer(names);
  const engine = await runEngine({
    name: 'RabbitMQ',
    file: withoutWrapper(file),
    args: [],
    env,
    folder,
    isReady: () => answers(port),
    readyWithinMs: READY_WITHIN_MS,
  }).catch(async (error: unknown) => {
    await stopNames();
    throw error;
  });
  const control = (...args: string[]) =>
    run(withoutWrapper(path.join(path.dirname(file), 'rabbitmqctl')), args, {
      env: { ...process.env, ...env },
    });
  return {
    ...engine,
    port,
    setMemoryAlarm: async (isOn) => {
      await control('set_vm_memory_high_watermark', 'absolute', isOn ? '1MB' : MEMORY_LIMIT);
    },
    stop: async () => {
      await engine.stop();
      await stopNames();
    },
  };
};

/** Debian's program changes the user; the one behind it runs as whoever calls it. Another one is taken as it is. */
const withoutWrapper = (file: string): string => {
  const wrapper = realpathSync(file);
  return path.basename(wrapper) === 'rabbitmq-script-wrapper'
    ? path.join(path.dirname(wrapper), path.basename(file))
    : file;
};

const environmentIn = async (
  folder: string,
  ports: { readonly port: number; readonly names: number; readonly distribution: number },
): Promise<Record<string, string>> => {
  const inFolder = (name: string) => path.join(folder, name);
  await mkdir(inFolder('home'));
  await writeFile(inFolder('rabbitmq.conf'), settings(ports.port));
  await writeFile(inFolder('plugins'), '[].\n');
  return {
    HOME: inFolder('home'),
    ERL_EPMD_PORT: String(ports.names),
    RABBITMQ_NODENAME: `vitrine-test-${ports.port}@localhost`,
    RABBITMQ_NODE_PORT: String(ports.port),
    RABBITMQ_DIST_PORT: String(ports.distribution),
    RABBITMQ_CONFIG_FILE: inFolder('rabbitmq.conf'),
    RABBITMQ_CONF_ENV_FILE: '/dev/null',
    RABBITMQ_ENABLED_PLUGINS_FILE: inFolder('plugins'),
    RABBITMQ_MNESIA_BASE: inFolder('data'),
    RABBITMQ_LOG_BASE: inFolder('log'),
    RABBITMQ_PID_FILE: inFolder('pid'),
    // Two threads that sleep where there is nothing to do, as tests share the machine.
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '+S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none',
  };
};

const settings = (port: number): string => `listeners.tcp.1 = 127.0.0.1:${port}
loopback_users = none
disk_free_limit.absolute = 1MB
vm_memory_high_watermark.absolute = ${MEMORY_LIMIT}
log.console = true
log.console.level = warning
log.file = false
`;

/** The name server of Erlang, which the broker would leave behind as a daemon if it had to start it. */
const startNameServer = async (port: number): Promise<() => Promise<void>> => {
  const epmd = spawn(findBinary('epmd') ?? 'epmd', ['-port', String(port), '-address', '127.0.0.1'], {
    stdio: 'ignore',
  });
  await once(epmd, 'spawn');
  return async () => {
    if (epmd.exitCode !== null || epmd.signalCode !== null) return;
    const ended = once(epmd, 'exit');
    epmd.kill();
    await ended;
  };
};
