import { ORIGINAL, type Prediction } from '@ser/eval';
import { parseVariantConfigs } from '@ser/features';
import type { Classifier } from '@ser/model';
import { ExperimentError } from '../experiment-error.ts';
import { type AnyTable, rowSize } from '../table/table.ts';
import { readTableRows } from '../table/table-rows.ts';
import { subtractOffsets } from './util/voice-offsets.ts';

/** So many rows are copied at once; a multiple of the batch in which a model runs. */
const CHUNK = 1024;

/**
 * What the classifier predicts for a table's rows at `indices`; fold and seed are those of the run.
 * Where it has `testVariants`, an original is scored together with the rows of its clip in these.
 *
 * @throws ExperimentError `no-variants` where the table lacks one of these; `bad-argument` where
 *   they are none; `bad-table` where the table's source gives no finite numbers, or what it throws
 */
export function predictRows(
  classifier: Classifier,
  table: AnyTable,
  indices: readonly number[],
  run: Pick<Prediction, 'fold' | 'seed'>,
): Promise<Prediction[]> {
  return predictVersions(classifier, table, indices, { ...run, versions: true });
}

/** How {@link predictVersions} scores rows. */
interface PredictOptions extends Pick<Prediction, 'fold' | 'seed'> {
  /** Whether the classifier's test variants are scored beside each row. */
  versions: boolean;
  /** What is subtracted from the features of a row, which may be a version. Default: nothing. */
  offsetOf?: (row: number) => Float64Array | undefined;
}

/** {@link predictRows}, of voices that are adapted to, and of rows without their versions. */
export async function predictVersions(
  classifier: Classifier,
  table: AnyTable,
  indices: readonly number[],
  { fold, seed, versions, offsetOf = () => undefined }: PredictOptions,
): Promise<Prediction[]> {
  const size = rowSize(table);
  const names = versions ? testVariantNames(classifier) : [];
  const versionsOf = names.length > 0 ? findVersions(table, names) : (row: number) => [row];
  const perChunk = Math.ceil(CHUNK / (1 + names.length));
  const found: Prediction[] = [];
  for (let start = 0; start < indices.length; start += perChunk) {
    const chunk = indices.slice(start, start + perChunk);
    const versionsOfChunk = chunk.map(versionsOf);
    const x = await readTableRows(table, versionsOfChunk.flat());
    let at = 0;
    const clips = versionsOfChunk.map((own) =>
      own.map((version) => {
        const example = x.subarray(at * size, ++at * size);
        subtractOffsets(example, [offsetOf(version)]);
        return example;
      }),
    );
    const scored =
      names.length > 0
        ? await classifier.predictVersions(clips)
        : await classifier.predict(clips.map(([example]) => example));
    chunk.forEach((row, i) => {
      const { clip, speaker, label } = table.rows[row];
      found.push({
        clip,
        speaker,
        fold,
        seed,
        truth: label,
        predicted: scored[i].label,
        scores: classifier.labels.map((name) => scored[i].scores[name]),
      });
    });
  }
  return found;
}

function testVariantNames({ testVariants }: Classifier): string[] {
  try {
    // A classifier that other programs made may lack it, or have null.
    return parseVariantConfigs(testVariants ?? []).map(({ name }) => name);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new ExperimentError(
      'bad-argument',
      `predictRows: \`classifier.testVariants\` are none: ${why}`,
      { cause },
    );
  }
}

/** The rows of an original and of its clip in each variant; of any other row itself. */
function findVersions(
  { rows }: Pick<AnyTable, 'rows'>,
  names: readonly string[],
): (row: number) => number[] {
  const byClip = new Map<string, Map<string, number>>();
  rows.forEach(({ clip, variant }, row) => {
    byClip.set(clip, (byClip.get(clip) ?? new Map()).set(variant, row));
  });
  return (row) => {
    const { clip, variant } = rows[row];
    if (variant !== ORIGINAL) return [row];
    const own = byClip.get(clip);
    const missing = names.filter((name) => !own?.has(name));
    if (missing.length > 0) {
      throw new ExperimentError(
        'no-variants',
        `predictRows: \`table\` must hold each clip in the variants in which the classifier ` +
          `scores it, ${names.join(', ')}; got none of ${missing.join(', ')} for ${clip}`,
      );
    }
    return [row, ...names.map((name) => own?.get(name) ?? row)];
  };
}
