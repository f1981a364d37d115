import type { Analysis } from '../recognition/analysis.ts';

/** A file of the list. */
export interface FileEntry {
  readonly id: number;
  /** With the folder that it was found in. */
  readonly name: string;
  readonly file: File;
  /** For playback. */
  readonly url: string;
  readonly state: 'waiting' | 'reading' | 'done' | 'failed';
  /** What is known so far. */
  readonly analysis: Partial<Analysis>;
  /** Whether it is heard with the visitor's voice. */
  readonly calibrated: boolean;
  /** Why it failed; else empty. */
  readonly error: string;
  /** Whether it was made by the page, and no person speaks in it. */
  readonly synthetic: boolean;
}
