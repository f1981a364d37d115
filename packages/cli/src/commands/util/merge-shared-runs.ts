import { CliError } from '../../console/cli-error.ts';
import { writeJson } from '../../console/write-json.ts';
import { writeLines } from '../../console/write-lines.ts';
import { mergeRuns } from '../../runs/merge-runs.ts';

/**
 * Writes the report of a cross-validation whose shards are all done.
 *
 * @throws CliError `missing-shards`, after they were printed as JSON where that is asked for; what
 *   `mergeRuns` throws
 */
export async function mergeSharedRuns(dir: string, json: boolean): Promise<void> {
  const { shards, missing, missingRuns, result } = await mergeRuns(dir);
  if (!result) {
    if (json) writeJson({ shards, missing: numbersOf(missing), array: missing });
    throw new CliError(
      'missing-shards',
      `${dir} lacks ${missingRuns.length} runs of ${shards} shards: --array=${missing}`,
      { hint: `Train these with --num-shards ${shards}, then merge again.` },
    );
  }
  if (json) writeJson({ ...result.summary, out: dir });
  else writeLines(['', ...result.report.split('\n'), `Saved in ${dir}.`]);
}

/** The numbers of an expression such as `3,7-9`. */
function numbersOf(array: string): number[] {
  return array.split(',').flatMap((range) => {
    const [first, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}
