import type { OptionNames } from '@ser/internal';
import { ExperimentError } from '../../experiment-error.ts';
import { checkOptions } from '../../util/check-options.ts';
import type { RunPorts } from '../run-ports.ts';

const PORTS: OptionNames<RunPorts> = { store: true, reporter: true, signal: true, versions: true };

/** Throws unless a run knows its ports and has a store. */
export function checkPorts(caller: string, ports: RunPorts): void {
  checkOptions(caller, ports, PORTS);
  const store: unknown = ports.store;
  if (typeof store === 'object' && store !== null && 'write' in store) return;
  throw new ExperimentError(
    'bad-argument',
    `${caller}: \`store\` must be a store, such as folderStore('my-run'), got ${String(store)}`,
  );
}
