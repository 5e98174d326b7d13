// The command line in a process that stays: each command is run from its words to its exit code, as `npm run vitrine`
// does, without loading the program anew.
import { format } from 'node:util';
import { runCommand } from '../../services/standalone/src/cli/run-command.ts';

const printed: string[] = [];
const print = (...words: unknown[]): void => void printed.push(`${format(...words)}\n`);
Object.assign(console, { log: print, error: print });

process.on('message', (args: string[]) => {
  void runCommand(process.env, args).then((code) => {
    process.send?.({ code, printed: printed.splice(0).join('') });
  });
});

process.on('disconnect', () => process.exit(0));
