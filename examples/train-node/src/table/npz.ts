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
  const arrays = {
    x: dump(x, [rows.length, names.length]),
    names: dump(names),
    clip: dump(rows.map((row) => row.clip)),
    emotion: dump(rows.map((row) => row.label)),
    actor: dump(Int32Array.from(rows, (row) => row.actor)),
    channel: dump(rows.map((row) => row.channel)),
    variant: dump(rows.map((row) => row.variant)),
  };
  const files = Object.entries(arrays).map(([name, npy]) => [`${name}.npy`, new Uint8Array(npy)]);
  return zipSync(Object.fromEntries(files), { mtime: DATE });
}
