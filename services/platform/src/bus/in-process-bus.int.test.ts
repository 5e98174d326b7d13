import { testBus } from '../testing/bus-conformance.ts';
import { RETRY_DELAYS_MS } from '../testing/bus-harness.ts';
import { createInProcessBus } from './in-process-bus.ts';

testBus(() => Promise.resolve(createInProcessBus({ retryDelaysMs: RETRY_DELAYS_MS })));
