import { CorpusError } from '../corpus-error.ts';
import type { Problem } from '../problem.ts';
import { checkOptions } from '../util/check-options.ts';
import { parseWavHeader } from './util/parse-wav-header.ts';
import { readSamples } from './util/read-samples.ts';
import { findSampleFaults } from './util/sample-faults.ts';
import type { WavHeader } from './wav-header.ts';
import { INSPECT_WAV_OPTIONS, type InspectWavOptions } from './wav-options.ts';

/** What a WAV file holds. */
export interface WavInspection {
  header: WavHeader;
  /** How many samples stand at full scale, in runs of three or more in one channel. */
  clippedSamples: number;
  /** The largest absolute value in any channel, at full scale 1. */
  peak: number;
  /**
   * Faults of a file that is read all the same, such as a header that contradicts itself; `code` is
   * a `WavProblemCode`.
   */
  problems: Problem[];
}

/**
 * Decodes a WAV file and looks for clipping and silence, channel by channel. The average over the
 * channels, which `decodeWav` gives, would hide them.
 *
 * @param bytes The whole file.
 * @param options See `InspectWavOptions`.
 * @throws {CorpusError} `bad-audio` where a sample is NaN or infinite, and what `decodeWav` throws.
 */
export function inspectWav(bytes: Uint8Array, options: InspectWavOptions = {}): WavInspection {
  checkOptions('inspectWav', options, INSPECT_WAV_OPTIONS);
  const { name } = options;
  const problems: Problem[] = [];
  const onProblem = (problem: Problem): void => void problems.push(problem);
  const header = parseWavHeader('inspectWav', bytes, { ...options, onProblem });
  const samples = readSamples(bytes, header);
  const { firstNonFinite, clippedSamples, peak } = findSampleFaults(samples, header);
  if (firstNonFinite >= 0) {
    const message =
      `inspectWav: ${name ?? '`bytes`'} must hold finite samples, ` +
      `got NaN or infinity in frame ${firstNonFinite}`;
    throw new CorpusError('bad-audio', message, { file: name });
  }
  return { header, clippedSamples, peak, problems };
}
