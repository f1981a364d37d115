import type { OptionNames } from '@ser/internal';
import { ExperimentError } from '../experiment-error.ts';
import type { Reporter } from '../reporter.ts';
import { checkOptions } from '../util/check-options.ts';
import type { LabelledClip } from './extract-clips.ts';
import type { ExtractRowsOptions } from './extract-rows-options.ts';
import type { ClipRows, Table } from './table.ts';
import type { TableCache } from './table-cache.ts';
import { assembleTable } from './util/assemble-table.ts';
import { cachedValues } from './util/cached-values.ts';
import { checkExtractOptions } from './util/check-extract-options.ts';
import { clipRows } from './util/clip-rows.ts';
import { extractClipRows } from './util/extract-clip-rows.ts';

/** Options of {@link extractTable}. */
export interface ExtractTableOptions extends ExtractRowsOptions {
  /** The classes in the order of a model's outputs. Default: the sorted labels of the clips. */
  labels?: readonly string[];
  /** Keeps what was extracted, for the next call, also where it is aborted. Default: none. */
  cache?: TableCache;
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
  checkOptions('extractTable', options, OPTIONS);
  const { names, shape } = checkExtractOptions('extractTable', clips, options);
  const {
    extractor,
    variants = [],
    labels = [...new Set(clips.map(({ info }) => info.label))].sort(),
    recordings = new Map(),
    cache,
    reporter,
  } = options;
  checkLabels(clips, labels);
  const empty = { extractor, variants, labels, names, shape, rows: [], x: new Float32Array() };
  const earlier = await cache?.read();
  const cached = cachedValues(earlier, empty);
  if (cached.size === 0) await cache?.write(earlier ?? empty);

  const parts = new Map<string, ClipRows>();
  const rest: LabelledClip[] = [];
  for (const clip of clips) {
    const own = cached.get(clip.id);
    if (own) parts.set(clip.id, clipRows(clip, own, recordings.get(clip.id)));
    else rest.push(clip);
  }
  const known = parts.size;
  const assemble = (): Table =>
    assembleTable(
      empty,
      clips.flatMap(({ id }) => parts.get(id) ?? []),
    );
  let table: Table | undefined;
  try {
    for await (const own of extractClipRows('extractTable', rest, {
      ...options,
      ...(reporter && { reporter: fromKnown(reporter, known) }),
    })) {
      parts.set(own.rows[0].clip, own);
    }
  } finally {
    // Whatever ended the work, what was extracted is kept. A cache that nothing is added to stays.
    // A table may fill a good part of the memory, so that it is made once.
    if (cache && parts.size > known) {
      table = assemble();
      await cache.write(table);
    }
  }
  return table ?? assemble();
}

const OPTIONS: OptionNames<ExtractTableOptions> = {
  extractor: true,
  variants: true,
  labels: true,
  recordings: true,
  extract: true,
  features: true,
  version: true,
  onProblem: true,
  cache: true,
  reporter: true,
  signal: true,
};

/** Tells the progress of the rest as that of all clips. */
function fromKnown(reporter: Reporter, known: number): Reporter {
  return (event) =>
    reporter(
      event.kind === 'extract'
        ? { ...event, done: known + event.done, total: known + event.total }
        : event,
    );
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
