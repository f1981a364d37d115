/** Values that change over time, in float64, frame by frame: `[frames, channels]`, row-major. */
export interface Tracks {
  readonly values: Float64Array;
  readonly frames: number;
  readonly channels: number;
}

/** Tracks of zeros. */
export function zeroTracks(frames: number, channels: number): Tracks {
  return { values: new Float64Array(frames * channels), frames, channels };
}

/** One channel as tracks. */
export const oneTrack = (values: Float64Array): Tracks => ({
  values,
  frames: values.length,
  channels: 1,
});

/** Some of the frames. */
export function framesOf({ values, channels }: Tracks, frames: Int32Array): Tracks {
  const result = zeroTracks(frames.length, channels);
  for (let i = 0; i < frames.length; i++) {
    const from = frames[i] * channels;
    for (let c = 0; c < channels; c++) result.values[i * channels + c] = values[from + c];
  }
  return result;
}

/** The frames from `first` to before `end`, which share the memory. */
export function frameRange({ values, channels }: Tracks, first: number, end: number): Tracks {
  const frames = end - first;
  return { values: values.subarray(first * channels, end * channels), frames, channels };
}

/** The channels from `first` to before `end`. */
export function channelsOf(
  { values, frames, channels }: Tracks,
  first: number,
  end: number,
): Tracks {
  const result = zeroTracks(frames, end - first);
  for (let t = 0, to = 0; t < frames; t++) {
    for (let c = first; c < end; c++) result.values[to++] = values[t * channels + c];
  }
  return result;
}

/** Tracks beside each other, all of the same number of frames. */
export function beside(...parts: readonly Tracks[]): Tracks {
  const frames = parts[0].frames;
  const result = zeroTracks(
    frames,
    parts.reduce((sum, part) => sum + part.channels, 0),
  );
  let first = 0;
  for (const { values, channels } of parts) {
    for (let t = 0; t < frames; t++) {
      const to = t * result.channels + first;
      for (let c = 0; c < channels; c++) result.values[to + c] = values[t * channels + c];
    }
    first += channels;
  }
  return result;
}

/** A frame so much later, and what it is multiplied by. */
export type Term = readonly [offset: number, weight: number];

/** The frame itself. */
export const ITSELF: readonly Term[] = [[0, 1]];

/** At each of some frames the weighted sum of the frames around it, such as a difference. */
export function weightedFrames(
  { values, channels }: Tracks,
  frames: Int32Array,
  terms: readonly Term[],
): Tracks {
  const result = zeroTracks(frames.length, channels);
  for (const [offset, weight] of terms) {
    for (let i = 0; i < frames.length; i++) {
      const from = (frames[i] + offset) * channels;
      const to = i * channels;
      for (let c = 0; c < channels; c++) result.values[to + c] += weight * values[from + c];
    }
  }
  return result;
}

/** Channels over fixed numbers. */
export function divided({ values, frames, channels }: Tracks, by: ArrayLike<number>): Tracks {
  const result = zeroTracks(frames, channels);
  for (let t = 0, at = 0; t < frames; t++) {
    for (let c = 0; c < channels; c++, at++) result.values[at] = values[at] / by[c];
  }
  return result;
}
