import type { Audio } from '../../samples.ts';
import { checkPositive, checkSamples } from '../../util/checks.ts';

/** Throws unless `audio` is a recording: finite samples, at least one, and their rate. */
export function checkRecording(caller: string, audio: Audio): void {
  const { samples, sampleRate } = audio ?? {};
  checkSamples(caller, 'samples', samples);
  checkPositive(caller, 'sampleRate', sampleRate);
}
