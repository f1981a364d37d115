import { ORIGINAL } from '@ser/eval';
import { createExtractor, type ExtractorConfig, type VariantConfig } from '@ser/features';
import type { OptionNames } from '@ser/internal';
import { ExperimentError } from '../experiment-error.ts';
import type { Reporter } from '../reporter.ts';
import { checkOptions } from '../util/check-options.ts';
import type { ExtractClips, ExtractedClip, LabelledClip } from './extract-clips.ts';
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
 * Features that are no finite numbers are a problem of their clip, too.
 *
 * @throws ExperimentError `bad-argument` for an extractor of sequences of any length,
 *   `duplicate-clip` for two clips of one id; the error of the first clip that cannot be read,
 *   without `onProblem`; the signal's reason when aborted
 */
export async function extractTable(
  clips: readonly LabelledClip[],
  options: ExtractTableOptions,
): Promise<Table> {
  checkExtractOptions(options);
  const {
    extractor,
    variants = [],
    labels = [...new Set(clips.map(({ info }) => info.label))].sort(),
    recordings = new Map(),
    extract,
    onProblem,
    cache,
    reporter,
    signal,
  } = options;
  const { names, shape } = createExtractor(extractor);
  if (shape.some((size) => size < 1)) {
    throw new ExperimentError(
      'bad-argument',
      'extractTable: `extractor.frames` must be set, ' +
        'since a table holds sequences of one length, got none',
    );
  }
  checkIds(clips);
  checkLabels(clips, labels);
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
  let table: Table | undefined;
  reporter?.({ kind: 'extract', done, total });
  try {
    for await (const result of extract(rest.values(), extractor, {
      variants,
      seedOf: clipSeed,
      signal,
    })) {
      const clip = rest.get(result.id);
      if (!clip) continue;
      const own = result.error ? undefined : ownValues(result);
      const problem = result.error ?? findInfinite(clip.id, own ?? [], names);
      if (problem && !onProblem) throw problem;
      if (problem) onProblem?.(clip.file, problem);
      else if (own) values.set(clip.id, own);
      reporter?.({ kind: 'extract', done: ++done, total });
    }
    signal?.throwIfAborted();
  } finally {
    // Whatever ended the work, what was extracted is kept. A cache that nothing is added to stays.
    // A table may fill a good part of the memory, so that it is made once.
    if (cache && values.size > known) {
      table = assembleTable(empty, clips, values, recordings);
      await cache.write(table);
    }
  }
  return table ?? assembleTable(empty, clips, values, recordings);
}

const OPTIONS: OptionNames<ExtractTableOptions> = {
  extractor: true,
  variants: true,
  labels: true,
  recordings: true,
  extract: true,
  onProblem: true,
  cache: true,
  reporter: true,
  signal: true,
};

function checkExtractOptions(options: ExtractTableOptions): void {
  checkOptions('extractTable', options, OPTIONS);
  const { extract, recordings = new Map() }: { extract: unknown; recordings?: unknown } = options;
  const fail = (name: string, expected: string, got: unknown): never => {
    throw new ExperimentError(
      'bad-argument',
      `extractTable: \`${name}\` must be ${expected}, got ${String(got)}`,
    );
  };
  if (typeof extract !== 'function') fail('extract', 'a function, such as extractAll', extract);
  if (!(recordings instanceof Map)) fail('recordings', 'a Map of clips’ ids', recordings);
}

function ownValues({
  values,
  variants,
}: Extract<ExtractedClip, { error?: undefined }>): ClipValues {
  return [{ name: ORIGINAL, values }, ...variants];
}

/** What no model can be trained on is a problem of its clip, as a file that cannot be read is. */
function findInfinite(
  id: string,
  own: ClipValues,
  names: readonly string[],
): ExperimentError | undefined {
  for (const { name, values } of own) {
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad === -1) continue;
    return new ExperimentError(
      'bad-table',
      `extractTable: ${names[bad % names.length]} of clip ${id} (${name}) must be finite, ` +
        `got ${values[bad]}`,
    );
  }
  return undefined;
}

function checkLabels(clips: readonly LabelledClip[], labels: readonly string[]): void {
  const known = new Set(labels);
  const other = clips.find(({ info }) => !known.has(info.label));
  if (!other) return;
  throw new ExperimentError(
    'bad-argument',
    `extractTable: \`labels\` must hold the label of each clip, got ${labels.join(', ')} ` +
      `without ${other.info.label} of ${other.file}`,
  );
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
