import type { FileStore } from '@ser/model';
import type { Reporter } from '../reporter.ts';

/** Where a run writes, and who watches. */
export interface RunPorts {
  /** Keeps the run's files. Required. */
  store: FileStore;
  /** Default: none. */
  reporter?: Reporter;
  /** Ends training after a step or an epoch; what follows is always finished. Default: none. */
  signal?: AbortSignal;
  /** Versions to keep beside the run, by name. Default: none. */
  versions?: Record<string, string>;
}
