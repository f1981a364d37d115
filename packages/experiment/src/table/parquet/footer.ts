import type { TableSource } from '../table-source.ts';
import { describeStart } from '../util/describe-start.ts';
import { ByteReader } from './byte-reader.ts';
import { type Meaning, type ParquetColumn, PHYSICAL, type Physical } from './column.ts';
import { readThrift, type ThriftStruct } from './thrift.ts';

/**
 * Rows that are stored together, and where the pages of each column stand, by
 * {@link ParquetColumn.position}. A table may have half a million of such places.
 */
export interface RowGroup {
  readonly rows: number;
  /** Numbers of the codecs. */
  readonly codecs: Uint8Array;
  /** Of the first page. */
  readonly starts: Float64Array;
  /** Of what follows the last page. */
  readonly ends: Float64Array;
}

/** What the end of a Parquet file says about it. */
export interface Footer {
  readonly rows: number;
  readonly columns: readonly ParquetColumn[];
  readonly groups: readonly RowGroup[];
  /** Of any program, such as `pandas`. */
  readonly metadata: ReadonlyMap<string, string>;
}

const MAGIC = 'PAR1';
/** The length of the footer, and the magic. */
const TAIL = 8;
/** As much of the beginning as tells what else the file is. */
const HEAD = 64;
/** A group takes about as much memory as this many places of a column. */
const GROUP_COST = 50;
/** No codec has a greater number. */
const MOST_CODEC = 255;

/** Reads the footer, and holds its parts against each other and against the size of the file. */
export async function readFooter(source: TableSource): Promise<Footer> {
  const { size } = source;
  const read = (start: number, end: number): Promise<Uint8Array> => source.read(start, end);
  const head = await read(0, Math.min(size, HEAD));
  if (size < MAGIC.length + TAIL || magicAt(head, 0) !== MAGIC) {
    throw new Error(`it is no Parquet file, which begins with PAR1: it is ${describeStart(head)}`);
  }
  const tail = await read(size - TAIL, size);
  if (magicAt(tail, TAIL - MAGIC.length) !== MAGIC) {
    throw new Error('it does not end with PAR1, so that its end is missing');
  }
  const length = new ByteReader(tail).uint32();
  const start = size - TAIL - length;
  if (start < MAGIC.length) throw new Error('its footer is longer than the file');
  return parseFooter(await read(start, size - TAIL), start);
}

function magicAt(bytes: Uint8Array, start: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + MAGIC.length));
}

/** @param start of the footer in the file */
function parseFooter(bytes: Uint8Array, start: number): Footer {
  const groups: RowGroup[] = [];
  let packed = 0;
  const footer = readThrift(new ByteReader(bytes), {
    field: 4,
    use(struct) {
      const group = readGroup(struct, start);
      groups.push(group);
      group.starts.forEach((begin, i) => {
        packed += group.ends[i] - begin;
      });
      // Where the same bytes stand for many columns, little takes long.
      if (packed > start) throw new Error('its columns overlap');
      return GROUP_COST + group.starts.length;
    },
  });
  const columns = readSchema(needed(footer.structs(2)));
  if (!footer.has(4)) throw new Error('its footer lacks a field');
  const rows = count(footer.number(3));
  const inGroups = groups.reduce((sum, group) => sum + group.rows, 0);
  if (rows !== inGroups) throw new Error(`it has ${rows} rows, and ${inGroups} in its groups`);
  const entries = footer.structs(5) ?? [];
  const metadata = new Map(entries.map((entry) => [entry.text(1) ?? '', entry.text(2) ?? '']));
  return { rows, columns, groups, metadata };
}

function readSchema([root, ...elements]: readonly ThriftStruct[]): ParquetColumn[] {
  const columns: ParquetColumn[] = [];
  let position = 0;
  for (let i = 0; i < elements.length; ) {
    const element = elements[i++];
    const own = position;
    // The elements of a nested column follow it, each with the number of its own.
    let open = count(element.number(5) ?? 0);
    const isNested = open > 0 || element.number(3) === 2;
    if (open === 0) position++;
    for (; open > 0; i++) {
      const children = count(needed(elements[i]).number(5) ?? 0);
      if (children === 0) position++;
      open += children - 1;
    }
    columns.push(readElement(element, own, isNested));
  }
  if (columns.length !== (root?.number(5) ?? 0)) throw new Error('its schema contradicts itself');
  return columns;
}

function readElement(element: ThriftStruct, position: number, isNested: boolean): ParquetColumn {
  const logical = element.struct(10);
  const physical = isNested ? undefined : PHYSICAL[needed(element.number(1))];
  const meaning = physical ? meaningOf(physical, element, logical) : 'other';
  const integer = logical?.struct(10);
  return {
    name: needed(element.text(4)),
    ...(physical && { physical }),
    meaning,
    isUnsigned: integer ? integer.boolean(2) === false : isIn(element.number(6), 11, 14),
    isOptional: element.number(3) === 1,
    width: count(element.number(2) ?? 0),
    scale: count(element.number(7) ?? logical?.struct(5)?.number(1) ?? 0),
    position,
  };
}

/** What the numbers of `ConvertedType` and `LogicalType` in the specification stand for. */
function meaningOf(
  physical: Physical,
  element: ThriftStruct,
  logical: ThriftStruct | undefined,
): Meaning {
  const converted = element.number(6);
  const isDecimal = converted === 5 || logical?.has(5);
  const isDate = isIn(converted, 6, 10) || [6, 7, 8].some((id) => logical?.has(id));
  if (physical === 'boolean') return 'boolean';
  if (physical === 'int96' || isDate) return 'date';
  if (isDecimal) return 'decimal';
  if (physical === 'bytes') {
    const isText = converted === 0 || converted === 4 || logical?.has(1) || logical?.has(4);
    return isText || (converted === undefined && !logical) ? 'text' : 'other';
  }
  if (physical === 'fixed') return logical?.has(15) ? 'float16' : 'other';
  return 'number';
}

function readGroup(group: ThriftStruct, dataEnd: number): RowGroup {
  const rows = count(group.number(3));
  const chunks = needed(group.structs(1));
  const codecs = new Uint8Array(chunks.length);
  const starts = new Float64Array(chunks.length);
  const ends = new Float64Array(chunks.length);
  chunks.forEach((chunk, i) => {
    const data = chunk.struct(3);
    if (chunk.has(1) || !data) throw new Error('its data stand in another file, or are encrypted');
    if (count(data.number(5)) < rows) throw new Error('it has fewer values than rows');
    const first = count(data.number(9));
    const dictionary = count(data.number(11) ?? 0);
    codecs[i] = Math.min(count(data.number(4)), MOST_CODEC);
    starts[i] = dictionary > 0 ? Math.min(first, dictionary) : first;
    ends[i] = starts[i] + count(data.number(7));
    if (ends[i] > dataEnd) throw new Error('its data end beyond the file');
  });
  return { rows, codecs, starts, ends };
}

function isIn(value: number | undefined, least: number, most: number): boolean {
  return value !== undefined && value >= least && value <= most;
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('its footer lacks a field');
  return value;
}

function count(value: number | undefined): number {
  if (value !== undefined && value >= 0) return value;
  throw new Error(`its footer holds ${value ?? 'nothing'} where a number ≥ 0 must be`);
}
