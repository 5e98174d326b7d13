import { request } from 'node:http';
import type { LiveHint } from '@vitrine/contracts';
import { eventually } from '@vitrine/platform/testing/eventually.ts';

/** An event as a browser would hand it to the page. */
export interface HeardEvent {
  name: string;
  data: unknown;
}

/** One who listens at an address, over a connection of its own. */
export interface Listening {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  events: () => HeardEvent[];
  hints: () => LiveHint[];
  /** The lines that carry nothing. */
  comments: () => string[];
  /** Resolves when an event of that name has come, so many times. */
  heard: (name: string, times?: number) => Promise<void>;
  hasEnded: () => boolean;
  /** Reads no more, as a page in a laptop that was shut. */
  pause: () => void;
  close: () => void;
}

type Cookies = ReadonlyMap<string, string>;

/** Listens as a browser with these cookies. */
export const listenTo = (url: string, cookies: Cookies, path = '/api/v1/events'): Promise<Listening> =>
  new Promise((resolve, reject) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const asked = request(`${url}${path}`, { headers: { cookie }, agent: false });
    asked.once('error', reject);
    asked.once('response', (answer) => {
      const state = { text: '', hasEnded: false };
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        state.text += chunk;
      });
      answer.once('close', () => {
        state.hasEnded = true;
      });
      answer.on('error', () => undefined);
      const events = () => eventsIn(state.text);
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        events,
        hints: () => events().flatMap(({ name, data }) => (name === 'hint' ? [data as LiveHint] : [])),
        comments: () => state.text.split('\n').filter((line) => line.startsWith(':')),
        heard: async (name, times = 1) => {
          await eventually(() => {
            const count = events().filter((event) => event.name === name).length;
            if (count < times) throw new Error(`${name} came ${count} times, not ${times}: ${state.text}`);
          });
        },
        hasEnded: () => state.hasEnded,
        pause: () => answer.pause(),
        close: () => asked.destroy(),
      });
    });
    asked.end();
  });

const eventsIn = (text: string): HeardEvent[] =>
  text.split('\n\n').flatMap((block) => {
    const [, name] = /^event: (.*)$/m.exec(block) ?? [];
    const [, data = ''] = /^data: (.*)$/m.exec(block) ?? [];
    return name === undefined ? [] : [{ name, data: JSON.parse(data) as unknown }];
  });
