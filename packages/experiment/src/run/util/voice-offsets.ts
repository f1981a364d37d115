import { ORIGINAL, recordingOf, type Split } from '@ser/eval';
import { rowSize, type Table } from '../../table/table.ts';

/** Clips of the average voice that a tested voice is taken to have said besides its own. */
const PRIOR_CLIPS = 2;

/** What is subtracted from the features of a row, so that its voice stands where the average does. */
export interface VoiceOffsets {
  /** Of a row whose voice trains; of one value a feature. Undefined where nothing is known of it. */
  ofTrained(row: number): Float64Array | undefined;
  /** Of a row whose voice is tested; undefined where no other clip of it was heard. */
  ofTested(row: number): Float64Array | undefined;
}

/**
 * How far each voice stands from the average voice; undefined where the split adapts to none.
 *
 * A voice's centre is the mean of its clips' features, of sequences over their frames too; the
 * average voice is the mean of the centres of the voices that train. Of these the original training
 * rows count. Of a tested voice those n rows of `adaptation` count that hold another recording than
 * the row at hand, beside two clips of the average voice: the offset is n / (n + 2) of the way from
 * the average voice to their mean. No label is looked at.
 *
 * @see Gauvain and Lee (1994), maximum a posteriori estimation of a mean
 */
export function voiceOffsets(table: Table, split: Split): VoiceOffsets | undefined {
  const { train, adaptation } = split;
  if (!adaptation) return undefined;
  const { rows } = table;
  const originals = train.filter((row) => rows[row].variant === ORIGINAL);
  const centres = new Map<string, Float64Array>();
  for (const [speaker, own] of bySpeaker(table, originals))
    centres.set(speaker, meanOf(table, own));
  const average = meanOfAll([...centres.values()], table.names.length);
  const trained = new Map(
    [...centres].map(([speaker, centre]) => [
      speaker,
      centre.map((value, j) => value - average[j]),
    ]),
  );
  const heard = bySpeaker(table, adaptation);
  // All rows of a recording have one offset, and those of the clips beside it another.
  const tested = new Map<string, Float64Array>();
  return {
    ofTrained: (row) => trained.get(rows[row].speaker),
    ofTested(row) {
      const { speaker } = rows[row];
      const recording = recordingOf(rows[row]);
      const others = (heard.get(speaker) ?? []).filter((i) => recordingOf(rows[i]) !== recording);
      if (others.length === 0) return undefined;
      const key = JSON.stringify([speaker, recording]);
      const known = tested.get(key);
      if (known) return known;
      const share = others.length / (others.length + PRIOR_CLIPS);
      const offset = meanOf(table, others).map((value, j) => share * (value - average[j]));
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

function bySpeaker({ rows }: Table, indices: readonly number[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const i of indices) {
    const own = groups.get(rows[i].speaker);
    if (own) own.push(i);
    else groups.set(rows[i].speaker, [i]);
  }
  return groups;
}

/** The mean of each feature over rows and their frames. */
function meanOf(table: Table, rows: readonly number[]): Float64Array {
  const size = rowSize(table);
  const { x, names } = table;
  const mean = new Float64Array(names.length);
  for (const row of rows) {
    for (let j = 0; j < size; j++) mean[j % names.length] += x[row * size + j];
  }
  const frames = (rows.length * size) / names.length;
  return mean.map((sum) => sum / frames);
}

function meanOfAll(vectors: readonly Float64Array[], size: number): Float64Array {
  const mean = new Float64Array(size);
  for (const vector of vectors) for (let j = 0; j < size; j++) mean[j] += vector[j];
  return mean.map((sum) => sum / vectors.length);
}
