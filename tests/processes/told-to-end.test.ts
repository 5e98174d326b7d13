import { systemToEnd } from '../support/system-to-end.ts';
import { testDownloads } from './told-to-end/downloads.ts';
import { testLiveEvents } from './told-to-end/live-events.ts';
import { testUploads } from './told-to-end/uploads.ts';

const system = systemToEnd();
testDownloads(system);
testLiveEvents(system);
testUploads(system);
