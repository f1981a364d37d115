import type { OptionNames } from '@ser/internal';
import { checkOptions } from '../util/check-options.ts';
import type { LabelledClip } from './extract-clips.ts';
import type { ExtractRowsOptions } from './extract-rows-options.ts';
import type { ClipRows } from './table.ts';
import { checkExtractOptions } from './util/check-extract-options.ts';
import { extractClipRows } from './util/extract-clip-rows.ts';

const OPTIONS: OptionNames<ExtractRowsOptions> = {
  extractor: true,
  variants: true,
  recordings: true,
  extract: true,
  onProblem: true,
  features: true,
  version: true,
  reporter: true,
  signal: true,
};

/**
 * The rows of clips, in the order of the clips and for each its own before those of its variants,
 * as soon as they are there. Of any number of clips only the next few are in memory: those that
 * `extract` holds, and at most 128 that wait for one of them.
 *
 * A clip that cannot be read is left out, all of its rows together, and the others go on. Features
 * that are no finite numbers are a problem of their clip, too.
 *
 * With `features`, each file is read and looked up by its SHA-256; what is not found there, or is
 * not what was asked for, is computed and put there.
 *
 * @throws ExperimentError `bad-argument` for an extractor of sequences of any length,
 *   `duplicate-clip` for two clips of one id; the error of the first clip that cannot be read,
 *   without `onProblem`; the error of `features`; the signal's reason when aborted
 *
 * @example
 * const writer = createTableWriter(sink, { extractor, labels });
 * for await (const rows of extractRows(clips, { extractor, extract })) await writer.add(rows);
 * await writer.close();
 */
export function extractRows(
  clips: readonly LabelledClip[],
  options: ExtractRowsOptions,
): AsyncGenerator<ClipRows, void, undefined> {
  checkOptions('extractRows', options, OPTIONS);
  checkExtractOptions('extractRows', clips, options);
  return extractClipRows('extractRows', clips, options);
}
