import { type Tracks, zeroTracks } from './tracks.ts';

// Of no frames all are NaN, as numpy's are; `functionals` makes them 0.

/** The mean of each channel. */
export function means({ values, frames, channels }: Tracks): Float64Array {
  const result = new Float64Array(channels);
  for (let t = 0, at = 0; t < frames; t++) {
    for (let c = 0; c < channels; c++) result[c] += values[at++];
  }
  for (let c = 0; c < channels; c++) result[c] /= frames;
  return result;
}

/** The mean magnitude of each channel. */
export function meanMagnitudes({ values, frames, channels }: Tracks): Float64Array {
  const result = new Float64Array(channels);
  for (let t = 0, at = 0; t < frames; t++) {
    for (let c = 0; c < channels; c++) result[c] += Math.abs(values[at++]);
  }
  for (let c = 0; c < channels; c++) result[c] /= frames;
  return result;
}

/** The standard deviation of each channel, of the population. */
export function deviations(
  { values, frames, channels }: Tracks,
  centres: Float64Array,
): Float64Array {
  const result = new Float64Array(channels);
  for (let t = 0, at = 0; t < frames; t++) {
    for (let c = 0; c < channels; c++) {
      const distance = values[at++] - centres[c];
      result[c] += distance * distance;
    }
  }
  for (let c = 0; c < channels; c++) result[c] = Math.sqrt(result[c] / frames);
  return result;
}

/** Tracks less the mean of each. */
export function centred(x: Tracks, centres: Float64Array): Tracks {
  const { values, frames, channels } = x;
  const result = zeroTracks(frames, channels);
  for (let t = 0, at = 0; t < frames; t++) {
    for (let c = 0; c < channels; c++, at++) result.values[at] = values[at] - centres[c];
  }
  return result;
}

/** The least and the greatest value of each channel; NaN where there are no frames. */
export function extremes({ values, frames, channels }: Tracks): {
  least: Float64Array;
  greatest: Float64Array;
} {
  const least = values.slice(0, channels);
  const greatest = values.slice(0, channels);
  if (frames === 0) {
    const none = new Float64Array(channels).fill(Number.NaN);
    return { least: none, greatest: none };
  }
  for (let t = 1, at = channels; t < frames; t++) {
    for (let c = 0; c < channels; c++) {
      const value = values[at++];
      if (value < least[c]) least[c] = value;
      if (value > greatest[c]) greatest[c] = value;
    }
  }
  return { least, greatest };
}
