import type { FoldRun } from './fold-run.ts';
import type { RunPorts } from './run-ports.ts';

/** Has the runs of a cross-validation trained elsewhere, such as in processes of their own. */
export interface RunJobs {
  /** How many runs are trained at a time, at most. */
  readonly count: number;
  /**
   * Has one run trained as `runFold` trains it. Its files are in the store when this resolves.
   *
   * @throws what ended it; that costs this run alone. The signal's reason when aborted, after the
   *   run was saved
   */
  train(run: FoldRun, ports: Pick<RunPorts, 'reporter' | 'signal'>): Promise<void>;
}

/** The ports of a cross-validation. */
export interface FoldsPorts extends RunPorts {
  /** Default: none, all runs are trained here, one after the other. */
  jobs?: RunJobs;
}
