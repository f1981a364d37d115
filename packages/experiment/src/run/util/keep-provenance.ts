import type { FileStore } from '@ser/model';
import * as v from 'valibot';
import { ExperimentError } from '../../experiment-error.ts';
import type { AnyTable } from '../../table/table.ts';
import type { Provenance } from '../provenance.ts';
import { RUN_FILES } from '../run-files.ts';
import { readChecked, writeJson } from './json-files.ts';
import { tableDigest } from './table-digest.ts';

const schema: v.GenericSchema<unknown, Provenance> = v.object({
  versions: v.record(v.string(), v.string()),
  data: v.object({ rows: v.number(), sha256: v.string() }),
});

/**
 * Writes a new run's provenance, or compares that of a run which goes on with the rows that it is
 * given now.
 *
 * @throws ExperimentError `other-data` when they are not those that the run was begun with
 */
export async function keepProvenance(
  store: FileStore,
  table: AnyTable,
  versions: Record<string, string>,
): Promise<void> {
  const data = { rows: table.rows.length, sha256: await tableDigest(table) };
  const earlier = await readChecked(store, RUN_FILES.provenance, schema);
  if (!earlier) {
    await writeJson(store, RUN_FILES.provenance, { versions, data } satisfies Provenance);
    return;
  }
  if (earlier.data.rows !== data.rows || earlier.data.sha256 !== data.sha256) {
    throw new ExperimentError(
      'other-data',
      `${store.name} was begun with other data: it had ${describe(earlier.data)}, ` +
        `got ${describe(data)}; give the same`,
    );
  }
}

/** Digits of a digest that tell two apart for people. */
const SHORT_DIGEST = 12;

function describe({ rows, sha256: digest }: Provenance['data']): string {
  return `${rows} rows (${digest.slice(0, SHORT_DIGEST)})`;
}
