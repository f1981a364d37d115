import { ENCODINGS } from '../encodings/encodings.ts';
import type { WavHeader } from '../wav-header.ts';

/** What can be wrong with samples that were decoded. */
export interface SampleFaults {
  /** The first frame with NaN or infinity; -1 when there is none. */
  firstNonFinite: number;
  /** Frames at full scale, in runs of `CLIPPED_RUN` or more in one channel. */
  clippedSamples: number;
  /** The largest absolute value. */
  peak: number;
}

/** A single sample at full scale may be a peak; three in a row are a flattened one. */
const CLIPPED_RUN = 3;

/**
 * Looks for clipping, silence and values that are no numbers, channel by channel. The average over
 * the channels would hide them.
 *
 * @param samples Interleaved, full scale ±1; `[frames × channels]`.
 */
export function findSampleFaults(samples: Float32Array, header: WavHeader): SampleFaults {
  const { channels, encoding, bytesPerSample } = header;
  const limit = ENCODINGS[encoding].fullScale(bytesPerSample);
  const faults: SampleFaults = { firstNonFinite: -1, clippedSamples: 0, peak: 0 };
  for (let channel = 0; channel < channels; channel++) {
    let run = 0;
    for (let i = channel; i < samples.length; i += channels) {
      const size = Math.abs(samples[i]);
      if (!(size < Number.POSITIVE_INFINITY)) {
        const frame = (i - channel) / channels;
        const before = faults.firstNonFinite;
        faults.firstNonFinite = before < 0 ? frame : Math.min(before, frame);
        break;
      }
      if (size > faults.peak) faults.peak = size;
      // The signs of a run are not compared: a clipped wave does not jump between the limits.
      run = size >= limit ? run + 1 : 0;
      if (run === CLIPPED_RUN) faults.clippedSamples += CLIPPED_RUN;
      else if (run > CLIPPED_RUN) faults.clippedSamples++;
    }
  }
  return faults;
}
