import type { Audio } from '../../samples.ts';
import { checkSamples } from '../../util/checks.ts';
import { fileRate } from './step-ranges.ts';

/**
 * Throws unless `audio` is a recording: finite samples, at least one, and their rate, up to the
 * highest of a file.
 */
export function checkRecording(caller: string, audio: Audio): void {
  const { samples, sampleRate } = audio ?? {};
  checkSamples(caller, 'samples', samples);
  fileRate(caller, 'sampleRate', sampleRate);
}
