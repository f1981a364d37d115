import { zipSync } from 'fflate';
import { dump } from 'npyjs';
import type { FeatureTable } from './feature-table.ts';

/** Zip keeps dates; ours is fixed so that the same table gives the same bytes. */
const DATE = '1980-01-01T00:00:00';

/**
 * Writes a table for `numpy.load`: `x` (float32, `[rows, names]`), `names`, and one array of length `rows` for each of
 * `clip`, `emotion`, `actor`, `channel` and `variant`.
 */
export function writeNpz({ names, rows, x }: FeatureTable): Uint8Array {
  const perRow = (values: string[] | Int32Array) => dump(values, [rows.length]);
  const arrays = {
    x: dump(x, [rows.length, names.length]),
    names: dump(names, [names.length]),
    clip: perRow(rows.map((row) => row.clip)),
    emotion: perRow(rows.map((row) => row.label)),
    actor: perRow(Int32Array.from(rows, (row) => row.actor)),
    channel: perRow(rows.map((row) => row.channel)),
    variant: perRow(rows.map((row) => row.variant)),
  };
  const files = Object.entries(arrays).map(([name, npy]) => [`${name}.npy`, new Uint8Array(npy)]);
  return zipSync(Object.fromEntries(files), { mtime: DATE });
}
