// How descriptors read a clip. Their filters, lags and bands are made for these numbers.

/** Samples per second. */
export const RATE = 16_000;

/** Samples from one frame to the next: 10 ms. */
export const HOP = 160;

/** Frames per second. */
export const FRAME_RATE: number = RATE / HOP;

/** Samples of a frame of the spectrum: 25 ms. */
export const WINDOW = 400;

/** Samples of its transform. */
export const TRANSFORM = 512;

/** Mel bands. */
export const BANDS = 64;

/** The frames of a clip, one around every `HOP`-th sample. */
export const frameCount = (samples: number): number => 1 + Math.floor(samples / HOP);
