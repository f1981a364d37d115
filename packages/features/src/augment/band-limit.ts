import type { OptionNames } from '@ser/internal';
import { resample } from '../core/resample.ts';
import type { Audio } from '../samples.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkRandom } from '../util/checks.ts';
import type { Random } from '../util/random.ts';
import { type Band, bandFilter } from './util/band-filter.ts';
import { checkBand } from './util/check-band.ts';
import { checkRecording } from './util/check-recording.ts';
import { convolve } from './util/convolve.ts';
import { drawn, type NumberOrRange } from './util/range.ts';
import { bandEdge, fileRate } from './util/step-ranges.ts';

/** The options of `bandLimit`. */
export interface BandLimitOptions {
  /** The rate of the file in Hz, such as a telephone's 8000. Required. */
  sampleRate: number;
  /**
   * What is below so many Hz is lost too, such as a telephone line's 300: a number in [50, 384000],
   * or the least and the most, between which it is drawn. Default: nothing is.
   */
  lowest?: NumberOrRange;
  /**
   * What is above so many Hz is lost too, such as a telephone line's 3400; like `lowest`. Default:
   * only what is above half of the rate.
   */
  highest?: NumberOrRange;
  /**
   * Where randomness comes from: uniform numbers in [0, 1). Required where an edge is drawn, and
   * called once for each, the lower one's first.
   */
  random?: Random;
}

/** The names of the options. */
const OPTIONS: OptionNames<BandLimitOptions> = {
  sampleRate: true,
  lowest: true,
  highest: true,
  random: true,
};

/**
 * What a file of a lower rate keeps of a recording: nothing above half of that rate. With `lowest`
 * and `highest` it is what passes a line: a filter of linear phase, a sinc in a Hann window of
 * 64 ms, halves the amplitude at these edges, and lets a hundredth through some 40 Hz beyond them.
 *
 * @returns The recording at that rate, or at its own where that is not above; itself where nothing
 *   changes.
 * @throws {FeatureError} for audio that is empty, not finite or above 768 kHz, for a rate that is
 *   not positive or less than 1/1,024 of the recording's, and for edges out of range.
 */
export function bandLimit(audio: Audio, options: BandLimitOptions): Audio {
  checkOptions('bandLimit', options, OPTIONS);
  const { sampleRate, lowest, highest, random } = options;
  checkRecording('bandLimit', audio);
  fileRate('bandLimit', 'sampleRate', sampleRate);
  if (lowest !== undefined) bandEdge('bandLimit', 'lowest', lowest);
  if (highest !== undefined) bandEdge('bandLimit', 'highest', highest);
  checkBand('bandLimit', '', { lowest, highest });
  const band = {
    lowest: edgeOf(lowest, random),
    highest: edgeOf(highest, random),
  };
  const file = resampled(audio, sampleRate);
  return lowest === undefined && highest === undefined ? file : passed(file, band);
}

function edgeOf(edge: NumberOrRange | undefined, random: Random | undefined): number | undefined {
  if (edge === undefined || typeof edge === 'number') return edge;
  checkRandom('bandLimit', 'random', random);
  return drawn(edge, random);
}

function resampled(audio: Audio, sampleRate: number): Audio {
  if (audio.sampleRate <= sampleRate) return audio;
  const samples = resample(audio.samples, { origSr: audio.sampleRate, targetSr: sampleRate });
  return { samples, sampleRate };
}

/** What passes a band, as long as it was, in silence before and after. */
function passed({ samples, sampleRate }: Audio, band: Band): Audio {
  const taps = bandFilter(band, sampleRate);
  const half = (taps.length - 1) / 2;
  const padded = new Float64Array(samples.length + half);
  padded.set(samples);
  // The filter's middle is its delay.
  return { samples: Float32Array.from(convolve(padded, taps).subarray(half)), sampleRate };
}
