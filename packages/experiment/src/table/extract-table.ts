import { ORIGINAL, type Row } from '@ser/eval';
import { createExtractor, type ExtractorConfig, type VariantConfig } from '@ser/features';
import { ExperimentError } from '../experiment-error.ts';
import type { Reporter } from '../reporter.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { rowSize, selectRows, type Table } from './table.ts';
import type { TableCache } from './table-cache.ts';
import { clipSeed } from './util/clip-seed.ts';

/** What is needed of a clip of `@ser/corpus`. */
export interface LabelledClip {
  readonly id: string;
  /** Where it lies, for messages. */
  readonly file: string;
  readonly info: { readonly label: string; readonly speaker: string; readonly condition?: string };
  bytes(): Promise<Uint8Array>;
}

/** What {@link ExtractClips} gives of a clip. */
export type ExtractedClip =
  | {
      readonly id: string;
      readonly values: Float32Array;
      readonly variants: readonly { readonly name: string; readonly values: Float32Array }[];
      readonly error?: undefined;
    }
  | { readonly id: string; readonly error: Error };

/**
 * Computes the features of clips, in their order: `extractAll` of `@ser/features/node`, whose
 * decoder has been chosen, fits.
 */
export type ExtractClips = (
  clips: Iterable<LabelledClip>,
  config: ExtractorConfig,
  options: {
    variants: readonly VariantConfig[];
    seedOf: (id: string) => number;
    signal?: AbortSignal;
  },
) => AsyncIterable<ExtractedClip>;

/** Options of {@link extractTable}. */
export interface ExtractTableOptions {
  extractor: ExtractorConfig;
  /** Changed copies of each clip, which become rows of their own. Default: none. */
  variants?: readonly VariantConfig[];
  /** The classes in the order of a model's outputs. Default: the sorted labels of the clips. */
  labels?: readonly string[];
  /** What decodes and extracts. */
  extract: ExtractClips;
  /** Called for each clip that is left out. Without it the first one throws. */
  onProblem?: (file: string, error: Error) => void;
  /** Keeps what was extracted when the signal aborts, for the next call. Default: none. */
  cache?: TableCache;
  reporter?: Reporter;
  signal?: AbortSignal;
}

/**
 * The features of clips as a table. A clip that cannot be read is left out, all of its rows
 * together, and the others go on.
 *
 * Interrupted, it keeps what it has in the cache; called again, it goes on from there. The cache is
 * written once before the work, so that a place that cannot be written fails at once.
 *
 * @throws the signal's reason when aborted
 */
export async function extractTable(
  clips: readonly LabelledClip[],
  {
    extractor,
    variants = [],
    labels = [...new Set(clips.map(({ info }) => info.label))].sort(),
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
      'extractTable: `extractor.frames` must be set, since a table holds sequences of one length, got none',
    );
  }
  const empty: Table = { extractor, labels, names, shape, rows: [], x: new Float32Array() };
  const cached = await cache?.read();
  const done = cached && isUsable(cached, empty, variants) ? byClip(cached) : new Map();
  if (cache && done.size === 0) await cache.write(empty);

  const parts = new Map<string, Table>();
  const rest: LabelledClip[] = [];
  for (const clip of clips) {
    const part = done.get(clip.id);
    if (part) parts.set(clip.id, part);
    else rest.push(clip);
  }
  const table = (): Table =>
    assemble(
      empty,
      clips.map(({ id }) => parts.get(id)),
    );
  const total = clips.length;
  let count = total - rest.length;
  reporter?.({ kind: 'extract', done: count, total });
  try {
    const sources = new Map(rest.map((clip) => [clip.id, clip]));
    for await (const result of extract(rest, extractor, { variants, seedOf: clipSeed, signal })) {
      const clip = sources.get(result.id);
      if (!clip) continue;
      if (result.error) {
        if (!onProblem) throw result.error;
        onProblem(clip.file, result.error);
      } else parts.set(clip.id, partOf(empty, clip, result));
      reporter?.({ kind: 'extract', done: ++count, total });
    }
  } catch (error) {
    // What was extracted is kept, whatever ended the work.
    if (parts.size > 0) await cache?.write(table());
    throw error;
  }
  const whole = table();
  await cache?.write(whole);
  signal?.throwIfAborted();
  return whole;
}

/** Whether a cached table is of what is asked for now. */
function isUsable(cached: Table, wanted: Table, variants: readonly VariantConfig[]): boolean {
  const kindOf = ({ extractor, labels, names }: Table): string =>
    canonicalJson({ extractor, labels, names });
  const found = [...new Set(cached.rows.map(({ variant }) => variant))].sort().join();
  const expected = [ORIGINAL, ...variants.map(({ name }) => name)].sort().join();
  return kindOf(cached) === kindOf(wanted) && found === expected;
}

function byClip(table: Table): Map<string, Table> {
  const indices = new Map<string, number[]>();
  table.rows.forEach(({ clip }, i) => {
    const own = indices.get(clip);
    if (own) own.push(i);
    else indices.set(clip, [i]);
  });
  return new Map([...indices].map(([clip, own]) => [clip, selectRows(table, own)]));
}

function partOf(
  empty: Table,
  { id, info }: LabelledClip,
  { values, variants }: Extract<ExtractedClip, { values: Float32Array }>,
): Table {
  const { label, speaker, condition } = info;
  const all = [{ name: ORIGINAL, values }, ...variants];
  const x = new Float32Array(all.length * rowSize(empty));
  const rows = all.map(({ name, values: own }, i): Row => {
    x.set(own, i * rowSize(empty));
    return {
      clip: id,
      label,
      speaker,
      variant: name,
      ...(condition !== undefined && { condition }),
    };
  });
  return { ...empty, rows, x };
}

function assemble(empty: Table, parts: readonly (Table | undefined)[]): Table {
  const found = parts.filter((part) => part !== undefined);
  const x = new Float32Array(found.reduce((n, part) => n + part.x.length, 0));
  let offset = 0;
  for (const part of found) {
    x.set(part.x, offset);
    offset += part.x.length;
  }
  return { ...empty, rows: found.flatMap(({ rows }) => rows), x };
}
