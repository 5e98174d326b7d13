import { runCommand } from './run-command.ts';

process.exit(await runCommand(process.env, process.argv.slice(2)));
