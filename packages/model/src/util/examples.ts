import { ModelError, type ModelErrorCode } from '../model-error.ts';
import { takeRows } from '../preprocessing/take-rows.ts';
import type { ExampleSource } from '../training/example-source.ts';

/** Examples, and how errors name them. */
export interface Examples {
  x: Float32Array | ExampleSource;
  /** Numbers of an example; of a source, what its `size` was when it was checked. */
  size: number;
  caller: string;
  /** Such as `dataset.x`. */
  name: string;
  /** What an error about them is. */
  code: ModelErrorCode;
}

/** Numbers that are read at once where all examples are gone over: 4 MB. */
const BLOCK_VALUES = 2 ** 20;

/** Examples of a block are a multiple of this, which some kernels compute together. */
const BLOCK_MULTIPLE = 4;

/** Whether examples are read as they are needed. */
export function isExampleSource(x: unknown): x is ExampleSource {
  return typeof (x as ExampleSource | undefined)?.read === 'function';
}

/**
 * Throws a ModelError unless a source has a whole number of examples, each of `size` numbers.
 *
 * @param shape How messages write `size`. Default: as a number.
 */
export function checkSource(
  { x, size, caller, name, code }: Examples & { x: ExampleSource },
  shape: string = `${size}`,
): void {
  const { length } = x;
  if (!(Number.isInteger(length) && length >= 0)) {
    throw new ModelError(
      code,
      `${caller}: \`${name}.length\` must be a whole number ≥ 0, got ${length}`,
    );
  }
  if (x.size !== size) {
    throw new ModelError(
      code,
      `${caller}: \`${name}.size\` must be ${shape} values an example, got ${x.size}`,
    );
  }
}

/**
 * The examples of each list of indices, one list after the other. Of a source the next ones are
 * read while these are used. Whoever leaves early waits for what is being read, and for no more.
 *
 * @yields Row-major `[indices, size]`; an array of its own.
 * @throws {ModelError} for numbers of a source that are not finite. What `read` throws.
 */
export async function* readBatches(
  examples: Examples,
  batches: Iterable<ArrayLike<number>>,
): AsyncGenerator<Float32Array> {
  const { x, size } = examples;
  if (!isExampleSource(x)) {
    for (const indices of batches) yield takeRows(x, size, indices);
    return;
  }
  let reading: Promise<Float32Array> | undefined;
  try {
    for (const indices of batches) {
      const ready = await reading;
      reading = readExamples({ ...examples, x }, indices);
      // It may fail while nobody waits for it; who waits later hears of it all the same.
      reading.catch(() => undefined);
      if (ready) yield ready;
    }
    const last = await reading;
    reading = undefined;
    if (last) yield last;
  } finally {
    await reading?.catch(() => undefined);
  }
}

/** A few consecutive examples. */
export interface Block {
  /** Row-major `[count, size]`. */
  x: Float32Array;
  /** Index of the first. */
  first: number;
  count: number;
}

/**
 * All examples in their order: of an array at once, of a source some 4 MB at a time.
 *
 * @param length How many there are.
 */
export async function* readBlocks(examples: Examples, length: number): AsyncGenerator<Block> {
  const { x, size } = examples;
  if (!isExampleSource(x)) {
    yield { x, first: 0, count: length };
    return;
  }
  const most = BLOCK_MULTIPLE * Math.max(1, Math.floor(BLOCK_VALUES / BLOCK_MULTIPLE / size));
  let first = 0;
  for await (const rows of readBatches(examples, runsOf(length, most))) {
    const count = rows.length / size;
    yield { x: rows, first, count };
    first += count;
  }
}

/** The numbers from 0 to `length`, at most `most` at a time. */
export function* runsOf(length: number, most: number): Generator<Int32Array> {
  for (let start = 0; start < length; start += most) {
    yield Int32Array.from({ length: Math.min(most, length - start) }, (_, i) => start + i);
  }
}

async function readExamples(
  { x, size, caller, name, code }: Examples & { x: ExampleSource },
  indices: ArrayLike<number>,
): Promise<Float32Array> {
  const values = indices.length * size;
  // What `read` leaves out shows as NaN, not as zeros that look like examples.
  const into = new Float32Array(values).fill(Number.NaN);
  await x.read(Int32Array.from(indices), into);
  if (into.length !== values) {
    throw new ModelError(code, `${caller}: \`${name}.read\` must leave \`into\` where it is`);
  }
  for (let i = 0; i < values; i++) {
    if (Number.isFinite(into[i])) continue;
    throw new ModelError(
      code,
      `${caller}: \`${name}.read\` must fill \`into\` with finite numbers, got ${into[i]} in ` +
        `example ${indices[Math.floor(i / size)]}`,
    );
  }
  return into;
}
