import type { LabelScore } from '@ser/recognizer';

/** What is known of a sound. Lists grow while a long one is read. */
export interface Analysis {
  /** Seconds. */
  readonly duration: number;
  /** Of the file, in Hz. */
  readonly sampleRate: number;
  readonly answer: Answer;
  /** Where and what, in the order of time. */
  readonly timeline: Timeline;
  readonly waveform: Waveform;
  readonly spectrogram: Spectrogram;
  /** Milliseconds that reading the file took, and recognising the emotion in it. */
  readonly took: { readonly decode: number; readonly score: number };
}

/** The emotion in the whole of a sound. */
export interface Answer {
  /** Of all labels, the highest first; empty where no speech was heard. */
  readonly scores: readonly LabelScore[];
  readonly speech: boolean;
  /** False where it is unlike what the model was trained on; null where that is not known. */
  readonly familiar: boolean | null;
  /** How many windows it is the average of; 0 where the sound was heard in one piece. */
  readonly windows: number;
}

export interface Timeline {
  /** Seconds of a window. */
  readonly length: number;
  readonly windows: readonly TimelineWindow[];
}

export interface TimelineWindow {
  /** Seconds. */
  readonly start: number;
  readonly end: number;
  readonly scores: readonly LabelScore[];
  readonly speech: boolean;
  readonly familiar: boolean | null;
}

/** The lowest and the highest sample of each column, `[columns]`. */
export interface Waveform {
  readonly low: Float32Array;
  readonly high: Float32Array;
}

/** Mel bands in dB, `[columns, bands]`; of a column that is not reached yet, NaN. */
export interface Spectrogram {
  readonly bands: number;
  readonly decibels: Float32Array;
  /** Whether the sound was brought to one level first, as for the model. */
  readonly levelled: boolean;
}
