import { zipSync } from 'fflate';
import { dump } from 'npyjs';
import type { Table } from './table.ts';

/** Zip keeps dates; ours is fixed so that the same table gives the same bytes. */
const DATE = '1980-01-01T00:00:00';

/**
 * Writes a table for `numpy.load`: `x` (float32, `[rows, ...shape]`), `names`, and one array of
 * length `rows` for each of `clip`, `label`, `speaker`, `condition`, `variant` and `recording`; ''
 * where a row has none.
 */
export function writeNpz({ names, shape, rows, x }: Table): Uint8Array {
  const perRow = (values: string[]): ArrayBuffer => dump(values, [rows.length]);
  const arrays = {
    x: dump(x, [rows.length, ...shape]),
    names: dump([...names], [names.length]),
    clip: perRow(rows.map((row) => row.clip)),
    label: perRow(rows.map((row) => row.label)),
    speaker: perRow(rows.map((row) => row.speaker)),
    condition: perRow(rows.map((row) => row.condition ?? '')),
    variant: perRow(rows.map((row) => row.variant)),
    recording: perRow(rows.map((row) => row.recording ?? '')),
  };
  const files = Object.entries(arrays).map(([name, npy]) => [`${name}.npy`, new Uint8Array(npy)]);
  return zipSync(Object.fromEntries(files), { mtime: DATE });
}
