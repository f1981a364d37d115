import type { ByteReader } from '../../byte-reader.ts';
import type { Output } from '../output.ts';
import { BackwardBits } from './backward-bits.ts';
import { buildFse, constantFse, type FseTable, readFse } from './fse.ts';

/** How a kind of code is stored: its limits, its table unless another is given, its extra bits. */
interface CodeKind {
  readonly mostAccuracy: number;
  readonly mostSymbol: number;
  readonly standard: FseTable;
  /** Least value and extra bits of each code. */
  readonly values: readonly (readonly [base: number, bits: number])[];
}

/** The bases of codes that follow each other without a gap. */
function codes(first: number, bits: readonly number[]): [number, number][] {
  let base = first;
  return bits.map((width) => {
    const code: [number, number] = [base, width];
    base += 2 ** width;
    return code;
  });
}

function repeated(value: number, count: number): number[] {
  return new Array<number>(count).fill(value);
}

/** RFC 8878, 3.1.1.3.2.1.1: lengths of literals, of matches, and offsets. */
const LITERALS: CodeKind = {
  mostAccuracy: 9,
  mostSymbol: 35,
  standard: buildFse(
    [4, 3, ...repeated(2, 11), 1, 1, 1, ...repeated(2, 9), 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1],
    6,
  ),
  values: [
    ...codes(0, [...repeated(0, 16), 1, 1, 1, 1, 2, 2, 3, 3, 4]),
    ...codes(64, [6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]),
  ],
};
const MATCHES: CodeKind = {
  mostAccuracy: 9,
  mostSymbol: 52,
  standard: buildFse([1, 4, 3, ...repeated(2, 6), ...repeated(1, 37), ...repeated(-1, 7)], 6),
  values: [
    ...codes(3, [...repeated(0, 32), 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5]),
    ...codes(131, [7, 8, 9, 10, 11, 12, 13, 14, 15, 16]),
  ],
};
const OFFSETS: CodeKind = {
  mostAccuracy: 8,
  mostSymbol: 31,
  standard: buildFse([...repeated(1, 6), 2, 2, 2, ...repeated(1, 15), ...repeated(-1, 5)], 5),
  values: Array.from({ length: 32 }, (_, code) => [2 ** code, code]),
};

/** What a block leaves to the next one of its frame. */
export interface SequenceState {
  literals?: FseTable;
  matches?: FseTable;
  offsets?: FseTable;
  /** The last three distances. */
  readonly distances: [number, number, number];
}

/** Reads the sequences of a block, each some literals and a match, and carries them out. */
export function runSequences(
  reader: ByteReader,
  literals: Uint8Array,
  state: SequenceState,
  output: Output,
): void {
  const count = readCount(reader);
  let used = 0;
  if (count > 0) {
    const modes = reader.byte();
    state.literals = readTable(reader, modes >> 6, LITERALS, state.literals);
    state.offsets = readTable(reader, (modes >> 4) & 3, OFFSETS, state.offsets);
    state.matches = readTable(reader, (modes >> 2) & 3, MATCHES, state.matches);
    const tables = [state.literals, state.offsets, state.matches] as const;
    const bits = new BackwardBits(reader.take(reader.left));
    let [l, o, m] = tables.map(({ accuracy }) => bits.read(accuracy));
    for (let i = 0; i < count; i++) {
      const offset = readCode(OFFSETS, tables[1], o, bits);
      const match = readCode(MATCHES, tables[2], m, bits);
      const length = readCode(LITERALS, tables[0], l, bits);
      if (i < count - 1) {
        l = next(tables[0], l, bits);
        m = next(tables[2], m, bits);
        o = next(tables[1], o, bits);
      }
      if (bits.left < 0 || used + length > literals.length)
        throw new Error('it has a damaged page');
      output.push(literals.subarray(used, used + length));
      used += length;
      output.repeat(distanceOf(state.distances, offset, length), match);
    }
  }
  output.push(literals.subarray(used));
}

function readCount(reader: ByteReader): number {
  const first = reader.byte();
  if (first < 128) return first;
  if (first < 255) return (first - 128) * 256 + reader.byte();
  return reader.byte() + reader.byte() * 256 + 0x7f00;
}

function readTable(
  reader: ByteReader,
  mode: number,
  kind: CodeKind,
  earlier: FseTable | undefined,
): FseTable {
  if (mode === 0) return kind.standard;
  if (mode === 1) return constantFse(reader.byte());
  const table = mode === 2 ? readFse(reader, kind) : earlier;
  if (!table) throw new Error('it has a damaged page');
  return table;
}

function readCode(
  { values }: CodeKind,
  table: FseTable,
  state: number,
  bits: BackwardBits,
): number {
  const code = values[table.symbols[state]];
  if (!code) throw new Error('it has a damaged page');
  return code[0] + bits.read(code[1]);
}

function next(table: FseTable, state: number, bits: BackwardBits): number {
  return table.bases[state] + bits.read(table.bits[state]);
}

/** The first three offsets stand for earlier distances. */
function distanceOf(distances: [number, number, number], offset: number, length: number): number {
  const [a, b, c] = distances;
  const which = offset > 3 ? 4 : offset + (length === 0 ? 1 : 0);
  const [distance, ...rest] = (
    {
      1: [a, b, c],
      2: [b, a, c],
      3: [c, a, b],
      4: offset > 3 ? [offset - 3, a, b] : [a - 1, a, b],
    } as const
  )[which as 1 | 2 | 3 | 4];
  distances[0] = distance;
  distances[1] = rest[0];
  distances[2] = rest[1];
  return distance;
}
