import { ORIGINAL, recordingOf, type Split } from '@ser/eval';
import { isRowSource } from '../../table/row-source.ts';
import { type AnyTable, rowSize, type Table } from '../../table/table.ts';
import { readTableRows } from '../../table/table-rows.ts';

/**
 * How little the mean of a few clips is trusted: as if this many clips of the average voice were
 * among them.
 */
const PRIOR_CLIPS = 2;

/** Numbers that are read at once where rows are not in memory: 4 MB. */
const BLOCK_VALUES = 2 ** 20;

/** What is subtracted from a row's features to bring its voice to where the average voice is. */
export interface VoiceOffsets {
  /** One value a feature, of a row whose voice trains; undefined where nothing is known of it. */
  ofTrained(row: number): Float64Array | undefined;
  /** Of a row whose voice is tested; undefined where no other clip of that voice was heard. */
  ofTested(row: number): Float64Array | undefined;
}

/**
 * How far each voice stands from the average voice; undefined where the split adapts to none.
 *
 * The centre of a voice that trains is the mean of its training rows of one variant (or of none),
 * of sequences over their frames too: what noise or a telephone does to every voice is no
 * difference between voices. Where some of these rows are of a condition (such as speech) in which
 * the tested voices were heard, only those count: singing moves features as another voice does. The
 * average voice of a variant is the mean of the centres of the voices that have such rows, or of
 * all where none has. Every offset is from the average voice without a variant.
 *
 * A voice that is tested was heard in the clips of `adaptation`. For each of its rows, those n clips
 * count, in the row's variant, that hold another recording than the row does. The voice is taken to
 * stand n / (n + 2) of the way from the average voice to their mean. No label is looked at.
 *
 * @throws what the table's source throws
 * @see Gauvain and Lee (1994), maximum a posteriori estimation of a mean
 */
export async function voiceOffsets(
  table: AnyTable,
  split: Split,
): Promise<VoiceOffsets | undefined> {
  const { adaptation } = split;
  if (!adaptation) return undefined;
  const { rows } = table;
  const trained = groupBy(split.train, (row) => rows[row].variant);
  const clips = new Set(adaptation.map((row) => rows[row].clip));
  const originals = await voicesIn(table, trained.get(ORIGINAL) ?? [], adaptation);
  const { average } = originals;
  const plain = offsetsFrom(average, originals, table);
  const versions = new Map([[ORIGINAL, plain]]);
  for (const [variant, train] of trained) {
    if (variant === ORIGINAL) continue;
    const heard = [...rows.keys()].filter(
      (row) => rows[row].variant === variant && clips.has(rows[row].clip),
    );
    versions.set(variant, offsetsFrom(average, await voicesIn(table, train, heard), table));
  }
  // A variant that nothing trains on has no average voice.
  const offsetsOf = (variant: string): VoiceOffsets => versions.get(variant) ?? plain;
  // Where a voice has no other row of a variant, its offset is that of its rows without one.
  return {
    ofTrained: (row) => offsetsOf(rows[row].variant).ofTrained(row) ?? plain.ofTrained(row),
    ofTested: (row) => offsetsOf(rows[row].variant).ofTested(row) ?? plain.ofTested(row),
  };
}

/** The voices of one variant. */
interface Voices {
  /** The mean of the centres of the voices that train. */
  average: Float64Array;
  /** Of the voices that train. */
  centres: ReadonlyMap<string, Float64Array>;
  heard: ReadonlyMap<string, HeardVoice>;
}

/** What was heard of a voice before it is tested. */
interface HeardVoice {
  sum: Float64Array;
  clips: number;
  /** Of the clips that hold each recording. */
  byRecording: ReadonlyMap<string, { sum: Float64Array; clips: number }>;
}

async function voicesIn(
  table: AnyTable,
  train: readonly number[],
  adaptation: readonly number[],
): Promise<Voices> {
  const { rows } = table;
  const conditions = new Set(adaptation.map((row) => rows[row].condition));
  const alike = train.filter((row) => conditions.has(rows[row].condition));
  const alikeCentres = await centresOf(table, alike);
  const centres = new Map([...(await centresOf(table, train)), ...alikeCentres]);
  return {
    average: meanOfAll(alikeCentres.size > 0 ? alikeCentres : centres, table.names.length),
    centres,
    heard: await mapLater(bySpeaker(table, adaptation), async (own) => ({
      sum: await sumOf(table, own),
      clips: own.length,
      byRecording: await mapLater(
        groupBy(own, (row) => recordingOf(rows[row])),
        async (same) => ({ sum: await sumOf(table, same), clips: same.length }),
      ),
    })),
  };
}

/** How far the voices of a variant stand from `base`. */
function offsetsFrom(
  base: Float64Array,
  { average, centres, heard }: Voices,
  table: AnyTable,
): VoiceOffsets {
  const { rows, names } = table;
  const frames = rowSize(table) / names.length;
  const trained = mapValues(centres, (centre) => centre.map((value, j) => value - base[j]));
  // All rows of a recording have one offset, and those of the clips beside it another.
  const tested = new Map<string, Float64Array>();
  return {
    ofTrained: (row) => trained.get(rows[row].speaker),
    ofTested(row) {
      const { speaker } = rows[row];
      const recording = recordingOf(rows[row]);
      const voice = heard.get(speaker);
      const own = voice?.byRecording.get(recording);
      if (!voice || voice.clips === own?.clips) return undefined;
      const key = JSON.stringify([speaker, recording]);
      const known = tested.get(key);
      if (known) return known;
      const n = voice.clips - (own?.clips ?? 0);
      const share = n / (n + PRIOR_CLIPS);
      const offset = voice.sum.map(
        (sum, j) =>
          share * ((sum - (own?.sum[j] ?? 0)) / (n * frames) - average[j]) + (average[j] - base[j]),
      );
      tested.set(key, offset);
      return offset;
    },
  };
}

/**
 * Subtracts offsets from rows of features in place.
 *
 * @param x row-major `[rows, ...shape]`, the row at `i` being the one that `offsets[i]` is of
 */
export function subtractOffsets(
  x: Float32Array,
  offsets: readonly (Float64Array | undefined)[],
): void {
  const size = x.length / offsets.length;
  offsets.forEach((offset, i) => {
    if (!offset) return;
    const row = x.subarray(i * size, (i + 1) * size);
    for (let j = 0; j < size; j++) row[j] -= offset[j % offset.length];
  });
}

/** The mean of each voice's rows and of their frames. */
export function centresInMemory(
  table: Table,
  indices: readonly number[],
): Map<string, Float64Array> {
  const frames = rowSize(table) / table.names.length;
  return mapValues(bySpeaker(table, indices), (own) =>
    sumInMemory(table, own).map((sum) => sum / (own.length * frames)),
  );
}

/** {@link centresInMemory}, of a table that need not be in memory. */
async function centresOf(
  table: AnyTable,
  indices: readonly number[],
): Promise<Map<string, Float64Array>> {
  const frames = rowSize(table) / table.names.length;
  return mapLater(bySpeaker(table, indices), async (own) =>
    (await sumOf(table, own)).map((sum) => sum / (own.length * frames)),
  );
}

/** The sum of each feature over rows and their frames. */
async function sumOf(table: AnyTable, rows: readonly number[]): Promise<Float64Array> {
  const { x } = table;
  if (!isRowSource(x)) return sumInMemory({ ...table, x }, rows);
  const size = rowSize(table);
  const sums = new Float64Array(table.names.length);
  const most = Math.max(1, Math.floor(BLOCK_VALUES / size));
  for (let start = 0; start < rows.length; start += most) {
    const values = await readTableRows(table, rows.slice(start, start + most));
    for (let at = 0; at < values.length; at += size) addRow(sums, values, at, size);
  }
  return sums;
}

function sumInMemory(table: Table, rows: readonly number[]): Float64Array {
  const size = rowSize(table);
  const sums = new Float64Array(table.names.length);
  for (const row of rows) addRow(sums, table.x, row * size, size);
  return sums;
}

function addRow(sums: Float64Array, x: Float32Array, at: number, size: number): void {
  for (let j = 0; j < size; j++) sums[j % sums.length] += x[at + j];
}

/** The mean of vectors of `size` values. */
export function meanOfAll(vectors: ReadonlyMap<string, Float64Array>, size: number): Float64Array {
  const mean = new Float64Array(size);
  for (const vector of vectors.values()) for (let j = 0; j < size; j++) mean[j] += vector[j];
  return mean.map((sum) => sum / vectors.size);
}

function bySpeaker({ rows }: AnyTable, indices: readonly number[]): Map<string, number[]> {
  return groupBy(indices, (row) => rows[row].speaker);
}

/** Rows by what `keyOf` says of each, in their order. */
export function groupBy(
  indices: readonly number[],
  keyOf: (row: number) => string,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const i of indices) {
    const own = groups.get(keyOf(i));
    if (own) own.push(i);
    else groups.set(keyOf(i), [i]);
  }
  return groups;
}

function mapValues<V, W>(map: ReadonlyMap<string, V>, change: (value: V) => W): Map<string, W> {
  return new Map([...map].map(([key, value]) => [key, change(value)]));
}

async function mapLater<V, W>(
  map: ReadonlyMap<string, V>,
  change: (value: V) => Promise<W>,
): Promise<Map<string, W>> {
  const changed = new Map<string, W>();
  for (const [key, value] of map) changed.set(key, await change(value));
  return changed;
}
