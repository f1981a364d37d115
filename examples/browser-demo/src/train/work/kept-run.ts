import type { RunSummary } from '@ser/experiment';
import type { EpochLogs } from '@ser/model';
import type { Keeping } from './kept-files.ts';

/** The run that is kept on this device. */
export interface KeptRun {
  readonly recipe: string;
  readonly protocol: string;
  readonly fold: number;
  readonly seed: number;
  /** At most; 0 for a model that is fitted in one go. */
  readonly epochs: number;
  readonly backend: string;
  readonly data: string;
  /** Of each epoch that is done. */
  readonly history: readonly EpochLogs[];
  /** Undefined while it has not ended. */
  readonly summary: RunSummary | undefined;
}

/** What is kept, and where. */
export interface Kept {
  readonly run: KeptRun | null;
  readonly keeping: Keeping;
}
