import type { Waveform } from '../recognition/analysis.ts';

/** What the answer would be without a part of the sound. */
export interface Without {
  /** The score of the label that is explained. */
  readonly score: number;
  /** What the answer would be. */
  readonly label: string;
}

/** Without a stretch of time. */
export interface WithoutTime extends Without {
  /** Seconds of the file. */
  readonly start: number;
  readonly end: number;
}

/** Without a band. */
export interface WithoutBand extends Without {
  /** Hz. */
  readonly low: number;
  readonly high: number;
}

/** Which parts of a sound the answer rests on. */
export interface Explanation {
  /** Seconds of the file that are explained. */
  readonly start: number;
  readonly end: number;
  /** What is explained; undefined where no speech was heard. */
  readonly label: string | undefined;
  /** Its score for the whole, heard once as it is. */
  readonly score: number;
  readonly waveform: Waveform;
  readonly times: readonly WithoutTime[];
  readonly bands: readonly WithoutBand[];
}
