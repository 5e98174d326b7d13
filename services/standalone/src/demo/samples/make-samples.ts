import { brandSamples } from './brand-samples.ts';
import { campaignSamples } from './campaign-samples.ts';
import { pressSamples, studioSamples } from './press-samples.ts';
import type { Sample } from './sample.ts';

/**
 * The files of the demo, in the order in which they should be met, newest first. Nothing is drawn before its
 * `content` is asked for, and nothing is kept after it: make a few at a time.
 */
export const makeSamples = (): Sample[] => [
  ...campaignSamples(),
  ...brandSamples(),
  ...pressSamples,
  ...studioSamples,
];
