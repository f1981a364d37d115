/** Seconds from one frame to the next. */
const HOP_SECONDS = 0.01;

/** Seconds of a frame whose spectrum is described. */
const SPECTRAL_SECONDS = 0.02;

/** Seconds of a frame whose voice is described. */
const VOICE_SECONDS = 0.06;

/** How eGeMAPS lays a clip out in frames, the first of which begins with the clip. */
export interface EgemapsFraming {
  /** Samples from one frame to the next. */
  readonly hop: number;
  /** Samples a frame of 20 ms. */
  readonly size: number;
  /** The length of its transform: the next power of two. */
  readonly nFft: number;
  /** Hz from one bin of the transform to the next. */
  readonly binHz: number;
  /** Whole frames of 20 ms. */
  readonly spectralFrames: number;
  /** Whole frames of 60 ms. */
  readonly voiceFrames: number;
  /** Frames of the low-level descriptors: one more than there are of 60 ms. */
  readonly frames: number;
}

/** Half a sample is rounded up. */
const samplesOf = (seconds: number, sampleRate: number): number =>
  Math.floor(seconds * sampleRate + 0.5);

/** The fewest samples that eGeMAPS describes: 60 ms. */
export const fewestSamples = (sampleRate: number): number => samplesOf(VOICE_SECONDS, sampleRate);

/** How a clip of so many samples is laid out, of which there are at least {@link fewestSamples}. */
export function egemapsFraming(samples: number, sampleRate: number): EgemapsFraming {
  const hop = samplesOf(HOP_SECONDS, sampleRate);
  const size = samplesOf(SPECTRAL_SECONDS, sampleRate);
  const nFft = 2 ** Math.ceil(Math.log2(size));
  const count = (length: number): number => Math.floor((samples - length) / hop) + 1;
  const voiceFrames = count(fewestSamples(sampleRate));
  return {
    hop,
    size,
    nFft,
    binHz: size / (SPECTRAL_SECONDS * nFft),
    spectralFrames: count(size),
    voiceFrames,
    frames: voiceFrames + 1,
  };
}
