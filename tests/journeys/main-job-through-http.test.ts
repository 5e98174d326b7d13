import { startVitrine } from '../support/demo.ts';
import { mainJobThroughHttp } from '../support/main-job-journey.ts';
import { mailTo } from '../support/main-job.ts';

mainJobThroughHttp({
  needs: { name: 'nothing', met: true },
  startWithinMs: 180_000,
  start: async () => {
    const { url, discard } = await startVitrine();
    return { url, discard, mailTo: (address) => mailTo(url, address) };
  },
});
