import { type RoundRobin, startRoundRobin } from './round-robin.ts';
import { freePort } from '@vitrine/platform/testing/free-port.ts';
import {
  type ProcessName,
  SERVICES,
  type ServiceName,
  type ServiceProcess,
  startServiceProcess,
} from './service-process.ts';

/** The whole system, each service in processes of its own. */
export interface RunningDistributed {
  /** Where people reach it. */
  readonly url: string;
  readonly processes: readonly ServiceProcess[];
  /** What each of them is told, but its ports; for more of them. */
  readonly environment: Readonly<Record<string, string>>;
  readonly of: (name: ProcessName) => ServiceProcess[];
  /** Resolves when every process is ready. */
  readonly ready: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What of the system is to be started, and on what. */
export interface DistributedOptions {
  /** The addresses of the engines, as the processes are told them. */
  readonly addresses: Record<string, string>;
  /** Which of the processes; all unless said otherwise. */
  readonly only?: readonly ProcessName[];
  /** How many of each process; one unless said otherwise. */
  readonly replicas?: number;
  /** Further settings of all processes. */
  readonly settings?: Record<string, string>;
}

const ACTOR_KEY = 'the-key-of-a-system-for-tests-only';

const urlVariable = (name: ServiceName): string => `${name.toUpperCase().replaceAll('-', '_')}_URL`;

/** The ports that each replica will have: they have to be known before the first one starts. */
const choosePorts = async (replicas: number): Promise<Map<ServiceName, number[]>> => {
  const ports = new Map<ServiceName, number[]>();
  for (const name of SERVICES)
    ports.set(name, await Promise.all(Array.from({ length: replicas }, () => freePort())));
  return ports;
};

/** Starts all processes of the system, and resolves when each is ready. */
export const startDistributed = async (options: DistributedOptions): Promise<RunningDistributed> => {
  const { addresses, replicas = 1, settings = {}, only } = options;
  const ports = await choosePorts(replicas);
  const balancers = new Map<ServiceName, RoundRobin>();
  for (const [name, all] of ports) balancers.set(name, await startRoundRobin(all));
  const gatewayPorts = await Promise.all(Array.from({ length: replicas }, () => freePort()));
  const door = await startRoundRobin(gatewayPorts);
  const environment = {
    ACTOR_KEY,
    PUBLIC_URL: door.url,
    MAIL_FROM: 'Vitrine <vitrine@demo.test>',
    WITHDRAW_SECONDS: '1',
    DRAIN_SECONDS: '20',
    ...addresses,
    ...Object.fromEntries([...balancers].map(([name, { url }]) => [urlVariable(name), url])),
    ...settings,
  };
  const isWanted = (name: ProcessName) => only === undefined || only.includes(name);
  const start = (name: ProcessName, port: number) =>
    startServiceProcess(name, { ...environment, PORT: String(port) });
  const processes = await Promise.all([
    ...[...ports].flatMap(([name, all]) => (isWanted(name) ? all.map((port) => start(name, port)) : [])),
    ...gatewayPorts.map((port) => start('gateway', port)),
  ]);
  const ready = async () => {
    await Promise.all(processes.map((each) => each.ready()));
  };
  const stop = async () => {
    await Promise.all(processes.map((each) => each.stop()));
    await Promise.all([...balancers.values(), door].map((each) => each.close()));
  };
  try {
    await ready();
  } catch (error) {
    await stop();
    throw error;
  }
  const of = (name: ProcessName) => processes.filter((each) => each.name === name);
  return { url: door.url, processes, environment, of, ready, stop };
};
