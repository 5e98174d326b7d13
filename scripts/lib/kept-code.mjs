import path from 'node:path';
import { root } from './paths.mjs';

/**
 * Where Node keeps what it compiled, TypeScript included, for the next start: that takes a third less processor time
 * then. Node itself sees to what has changed, and goes without where the folder cannot be written. What the environment
 * says already wins.
 */
export const keptCode = {
  NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'vitrine', 'compiled'),
};
