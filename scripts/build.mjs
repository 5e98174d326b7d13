// npm run build: everything that `npm start` prepares, without starting it.
import { prepare, script } from './lib/prepare.mjs';

await script(() => prepare());
