import { ORIGINAL } from '@ser/eval';
import { createExtractor, type ExtractorConfig, type VariantConfig } from '@ser/features';
import { ExperimentError } from '../experiment-error.ts';
import type { Reporter } from '../reporter.ts';
import type { ExtractClips, LabelledClip } from './extract-clips.ts';
import type { Table } from './table.ts';
import type { TableCache } from './table-cache.ts';
import { assembleTable, type ClipValues } from './util/assemble-table.ts';
import { cachedValues } from './util/cached-values.ts';
import { clipSeed } from './util/clip-seed.ts';

/** Options of {@link extractTable}. */
export interface ExtractTableOptions {
  /** What is computed of each clip. Required. */
  extractor: ExtractorConfig;
  /** Changed copies of each clip, which become rows of their own. Default: none. */
  variants?: readonly VariantConfig[];
  /** The classes in the order of a model's outputs. Default: the sorted labels of the clips. */
  labels?: readonly string[];
  /**
   * The recording that a clip holds, by the clip's id, as `findTwins` of `@ser/corpus` finds those
   * that several clips share. Rows of one recording never stand on two sides of a split. Default:
   * each clip holds its own.
   */
  recordings?: ReadonlyMap<string, string>;
  /** What decodes and extracts. Required. */
  extract: ExtractClips;
  /** Called for each clip that is left out. Default: none, and the first such clip throws. */
  onProblem?: (file: string, error: Error) => void;
  /** Keeps what was extracted, for the next call. Default: none. */
  cache?: TableCache;
  /** Default: none. */
  reporter?: Reporter;
  /** Ends the work; what was extracted goes into the cache first. Default: none. */
  signal?: AbortSignal;
}

/**
 * The features of clips as a table: the rows of each clip in the order of the clips, its own before
 * those of its variants. A clip that cannot be read is left out, all of its rows together, and the
 * others go on.
 *
 * Interrupted, it keeps what it has in the cache; called again, it goes on from there. The cache
 * counts where its extractor and variants are those that are asked for now. One that does not count
 * stays as it is until the first clip has been extracted in the new way; then the new table takes
 * its place. Unless clips were found in it, the cache is written once before anything is extracted,
 * with what it holds, so that a place that cannot be written fails at once.
 *
 * @throws ExperimentError `bad-argument` for an extractor of sequences of any length,
 *   `duplicate-clip` for two clips of one id; the error of the first clip that cannot be read,
 *   without `onProblem`; the signal's reason when aborted
 */
export async function extractTable(
  clips: readonly LabelledClip[],
  {
    extractor,
    variants = [],
    labels = [...new Set(clips.map(({ info }) => info.label))].sort(),
    recordings = new Map(),
    extract,
    onProblem,
    cache,
    reporter,
    signal,
  }: ExtractTableOptions,
): Promise<Table> {
  const { names, shape } = createExtractor(extractor);
  if (shape.some((size) => size < 1)) {
    throw new ExperimentError(
      'bad-argument',
      'extractTable: `extractor.frames` must be set, ' +
        'since a table holds sequences of one length, got none',
    );
  }
  checkIds(clips);
  const empty = { extractor, variants, labels, names, shape, rows: [], x: new Float32Array() };
  const earlier = await cache?.read();
  const cached = cachedValues(earlier, empty);
  if (cached.size === 0) await cache?.write(earlier ?? empty);

  const values = new Map<string, ClipValues>();
  const rest = new Map<string, LabelledClip>();
  for (const clip of clips) {
    const own = cached.get(clip.id);
    if (own) values.set(clip.id, own);
    else rest.set(clip.id, clip);
  }
  const total = clips.length;
  const known = values.size;
  let done = known;
  reporter?.({ kind: 'extract', done, total });
  const options = { variants, seedOf: clipSeed, signal };
  try {
    for await (const result of extract(rest.values(), extractor, options)) {
      const clip = rest.get(result.id);
      if (!clip) continue;
      if (!result.error) {
        values.set(clip.id, [{ name: ORIGINAL, values: result.values }, ...result.variants]);
      } else if (onProblem) onProblem(clip.file, result.error);
      else throw result.error;
      reporter?.({ kind: 'extract', done: ++done, total });
    }
    signal?.throwIfAborted();
  } finally {
    // Whatever ended the work, what was extracted is kept. A cache that nothing is added to stays.
    if (values.size > known) await cache?.write(assembleTable(empty, clips, values, recordings));
  }
  return assembleTable(empty, clips, values, recordings);
}

function checkIds(clips: readonly LabelledClip[]): void {
  const files = new Map<string, string>();
  for (const { id, file } of clips) {
    const first = files.get(id);
    if (first !== undefined) {
      throw new ExperimentError(
        'duplicate-clip',
        `extractTable: \`clips\` must differ in their ids, got ${id} twice: ${first} and ${file}`,
      );
    }
    files.set(id, file);
  }
}
