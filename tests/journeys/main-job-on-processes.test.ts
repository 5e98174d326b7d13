import { mainJobThroughHttp } from '../support/main-job-journey.ts';
import { startDemoOnProcesses } from '../support/demo-on-processes.ts';
import { REAL_ENGINES } from '../support/real-engines.ts';

mainJobThroughHttp({ needs: REAL_ENGINES, startWithinMs: 400_000, start: () => startDemoOnProcesses(2) });
