import { generate } from '../generate.mjs';
import { buildFrontend } from './build-frontend.mjs';
import { install } from './install.mjs';
import { red, say } from './terminal.mjs';

const oldestNode = 20;

/** Brings a clone into the state in which it can run; says nothing when there is nothing to do. */
export async function prepare({ withPage = true } = {}) {
  checkNode();
  await install();
  await generate();
  if (withPage) await buildFrontend();
}

/** Runs the whole of a script; what goes wrong is said in a sentence, and ends it with code 1. */
export async function script(work) {
  try {
    await work();
  } catch (error) {
    say(`\n${red('Stopped.')} ${error.message}`);
    process.exitCode = 1;
  }
}

function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= oldestNode) return;
  throw new Error(
    `Vitrine needs Node ${oldestNode} or newer to set itself up; this is Node ${process.versions.node}. Get one at https://nodejs.org`,
  );
}
