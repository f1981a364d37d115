import type { Row } from '@ser/eval';
import { createExtractor } from '@ser/features';
import type { OptionNames } from '@ser/internal';
import { ByteWriter } from 'hyparquet-writer';
import { ExperimentError } from '../experiment-error.ts';
import { checkOptions } from '../util/check-options.ts';
import type { ClipRows, Table } from './table.ts';
import { rowSize } from './table.ts';
import { type ClipFingerprint, formatFingerprints } from './util/clip-fingerprints.ts';
import { FINGERPRINTS_KEY } from './util/table-columns.ts';
import { groupRows, TableEncoder } from './util/table-encoder.ts';

/** Where the bytes of a table go, one after the other. */
export interface TableSink {
  write(bytes: Uint8Array): Promise<void>;
}

/** What a table says of its rows together; see `Table`. */
export interface TableHead {
  /** Required. */
  extractor: Table['extractor'];
  /** Default: unknown. */
  variants?: Table['variants'];
  /** Required. */
  labels: readonly string[];
  /** Whether rows may name the recording that their clip holds. Default false. */
  hasRecordings?: boolean;
}

/** Options of {@link TableWriter.close}. */
export interface CloseTableOptions {
  /**
   * By which the recordings of clips are found again, by the clips' ids: `openTable` gives them
   * back, and whoever reads the rows does without. Default: none.
   */
  fingerprints?: ReadonlyMap<string, ClipFingerprint>;
}

/** Writes a table while its rows come. */
export interface TableWriter {
  /**
   * Adds rows, such as those of a clip, which are copied. The next must wait until it is done.
   *
   * @throws ExperimentError `bad-table` for rows that do not fit the head; the error of the sink,
   *   after which nothing more can be added
   */
  add(rows: ClipRows): Promise<void>;
  /** Writes what is left, and the end of the file. Without it there is no table. */
  close(options?: CloseTableOptions): Promise<void>;
}

const HEAD: OptionNames<TableHead> = {
  extractor: true,
  variants: true,
  labels: true,
  hasRecordings: true,
};
const CLOSE_OPTIONS: OptionNames<CloseTableOptions> = { fingerprints: true };

/**
 * Writes a table as Parquet while its rows come: the bytes are those that `writeParquet` gives of
 * all rows together, and in memory is one group of rows, at most 32 MiB of numbers and what it is
 * packed into. Which rows stand in one group depends on the rows alone.
 *
 * @param sink takes the bytes in their order, and is called again once it is done
 * @throws ExperimentError `bad-argument` for what is no sink, or sequences of any length
 *
 * @example
 * const writer = createTableWriter(sink, { extractor, labels });
 * for await (const rows of extractRows(clips, { extractor, extract })) await writer.add(rows);
 * await writer.close();
 */
export function createTableWriter(sink: TableSink, head: TableHead): TableWriter {
  checkOptions('createTableWriter', head, HEAD);
  const { extractor, variants, labels, hasRecordings = false } = head;
  const fail = (message: string): never => {
    throw new ExperimentError('bad-argument', `createTableWriter: ${message}`);
  };
  if (typeof sink?.write !== 'function') fail(`\`sink\` must have write(), got ${String(sink)}`);
  if (!Array.isArray(labels)) fail(`\`labels\` must be a list of labels, got ${String(labels)}`);
  const { names, shape } = createExtractor(extractor);
  if (shape.some((length) => length < 1)) {
    fail('`extractor.frames` must be set, since a table holds sequences of one length, got none');
  }
  const known = new Set(labels);
  const writer = new SinkWriter(sink);
  const encoder = new TableEncoder(writer, {
    extractor,
    variants,
    labels,
    names,
    shape,
    hasRecordings,
  });
  const size = rowSize({ shape });
  const group = new RowBuffer(groupRows(shape), size);
  let isOpen = true;
  const useOnce = async (work: () => Promise<void>): Promise<void> => {
    if (!isOpen) fail('`add` and `close` must not follow `close`, another that runs, or a failure');
    isOpen = false;
    await work();
    isOpen = true;
  };

  return {
    async add({ rows, x }) {
      checkRows({ rows, x }, { size, known, hasRecordings });
      await useOnce(async () => {
        for (let start = 0; start < rows.length; ) {
          start = group.add({ rows, x }, start);
          if (group.isFull) await encoder.addGroup(group.rows, group.take());
        }
      });
    },
    async close(options = {}) {
      checkOptions('close', options, CLOSE_OPTIONS);
      const { fingerprints } = options;
      await useOnce(async () => {
        if (group.rows.length > 0) await encoder.addGroup(group.rows, group.take());
        await encoder.finish(
          fingerprints && { [FINGERPRINTS_KEY]: formatFingerprints(fingerprints) },
        );
      });
      isOpen = false;
    },
  };
}

/** Hands each group's bytes to the sink, and keeps none. */
class SinkWriter extends ByteWriter {
  readonly #sink: TableSink;

  constructor(sink: TableSink) {
    super();
    this.#sink = sink;
  }

  flush(): Promise<void> {
    const bytes = this.getBytes().slice();
    this.index = 0;
    return this.#sink.write(bytes);
  }

  override finish(): Promise<void> {
    return this.flush();
  }
}

/** The rows of the next group. */
class RowBuffer {
  readonly #most: number;
  readonly #size: number;
  #rows: Row[] = [];
  #x = new Float32Array();

  constructor(most: number, size: number) {
    this.#most = most;
    this.#size = size;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  get isFull(): boolean {
    return this.#rows.length === this.#most;
  }

  /** Copies rows from `start`, as many as there is room for. @returns where it ended */
  add({ rows, x }: ClipRows, start: number): number {
    const count = Math.min(rows.length - start, this.#most - this.#rows.length);
    const length = this.#rows.length * this.#size;
    this.#grow(length + count * this.#size);
    this.#x.set(x.subarray(start * this.#size, (start + count) * this.#size), length);
    for (let i = start; i < start + count; i++) this.#rows.push(rows[i]);
    return start + count;
  }

  /** The numbers of all rows; the next ones begin a new group. */
  take(): Float32Array {
    const length = this.#rows.length * this.#size;
    this.#rows = [];
    return this.#x.subarray(0, length);
  }

  #grow(length: number): void {
    if (length <= this.#x.length) return;
    const grown = new Float32Array(
      Math.min(this.#most * this.#size, Math.max(length, 2 * this.#x.length)),
    );
    grown.set(this.#x);
    this.#x = grown;
  }
}

function checkRows(
  { rows, x }: ClipRows,
  {
    size,
    known,
    hasRecordings,
  }: { size: number; known: ReadonlySet<string>; hasRecordings: boolean },
): void {
  const fail = (message: string): never => {
    throw new ExperimentError('bad-table', `add: ${message}`);
  };
  if (x.length !== rows.length * size) {
    fail(`\`x\` must hold ${size} values for each of ${rows.length} rows, got ${x.length}`);
  }
  for (const { clip, label, recording } of rows) {
    if (!known.has(label)) {
      fail(`the label of clip ${clip} must be one of ${[...known].join(', ')}, got ${label}`);
    }
    if (recording !== undefined && !hasRecordings) {
      fail(`clip ${clip} must name no recording without \`hasRecordings\`, got ${recording}`);
    }
  }
}
