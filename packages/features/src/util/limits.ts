// How much work an argument or a file may ask for. Beyond these numbers an error says so at once;
// within them nothing takes a machine's memory or a minute of its time before the first clip.

/**
 * The longest frame or transform of a function. A transform of this length takes seconds and half
 * a gigabyte.
 */
export const MAX_LENGTH: number = 2 ** 22;

/** The most bands or classes of a bank of filters of a function. */
export const MAX_ROWS: number = 2 ** 14;

/** The most floats that an array holds everywhere: 2 GiB. */
export const MAX_VALUES: number = 2 ** 29;

/** The most samples that the filters of a constant-Q transform have together: seconds of work. */
export const MAX_FILTER_SAMPLES: number = 2 ** 24;

// Of an extractor, whose configuration comes from a file.

/** The highest rate in Hz: sixteen times that of a video's sound. */
export const MAX_SAMPLE_RATE: number = 768_000;

/** The most seconds of a clip, or before it: a day. */
export const MAX_SECONDS: number = 86_400;

/** The loudest and the quietest that a clip may be made, in dB of full scale, and any range. */
export const MAX_DECIBELS: number = 200;

/** The longest transform of an extractor: 1.4 seconds at 48 kHz. */
export const MAX_EXTRACTOR_FFT: number = 2 ** 16;

/** How many hops a frame may be long. */
export const MAX_OVERLAP: number = 2048;

/** The most features of an extractor. */
export const MAX_FEATURES: number = 64;

/** The most bands, classes or coefficients of one feature. */
export const MAX_FEATURE_ROWS: number = 1024;

/** The most weights that the filters and transforms of all features have together: 128 MiB. */
export const MAX_WEIGHTS: number = 2 ** 24;

/** The most frames from which a derivative is estimated; an odd number. */
export const MAX_DELTA_WIDTH: number = 1023;

/** The most statistics of a list. */
export const MAX_STATISTICS: number = 128;

/** The most values of a clip that is summarised, or of a frame. */
export const MAX_COLUMNS: number = 2 ** 16;

/** The most values of a clip with a fixed number of frames: 64 MiB. */
export const MAX_SEQUENCE: number = 2 ** 24;

/** The highest beta of a Kaiser window. Its peak is near the greatest double. */
export const MAX_KAISER_BETA: number = 700;

// Of variants, which come from a file too.

/** The most variants of a clip. */
export const MAX_VARIANTS: number = 64;

/** The most steps of a variant. */
export const MAX_STEPS: number = 64;

/** How many times as long as its clip a variant may be, also between two of its steps. */
export const MAX_STRETCH: number = 16;

/** The most seconds in which the echo of a room falls by 60 dB; that of a cathedral. */
export const MAX_RT60: number = 10;

/** The lowest edge of a band in Hz; a filter of 64 ms knows no lower one. */
export const MIN_EDGE: number = 50;
