import { ByteReader } from '../../byte-reader.ts';
import { BackwardBits } from './backward-bits.ts';
import { readFse } from './fse.ts';

/** A table of Huffman's codes, by the next `width` bits. */
export interface HuffmanTable {
  readonly width: number;
  readonly symbols: Uint8Array;
  readonly bits: Uint8Array;
}

const MOST_WIDTH = 11;
const MOST_WEIGHTS = 255;
/** The first byte of a tree whose weights follow as they are is this or more. */
const PLAIN_WEIGHTS = 128;

/** Reads a tree, and goes on behind it. */
export function readHuffman(reader: ByteReader): HuffmanTable {
  const head = reader.byte();
  const weights =
    head < PLAIN_WEIGHTS
      ? unpackWeights(reader.take(head))
      : halves(reader.take((head - PLAIN_WEIGHTS + 2) >> 1), head - PLAIN_WEIGHTS + 1);
  return buildHuffman(weights);
}

function halves(bytes: Uint8Array, count: number): number[] {
  return Array.from({ length: count }, (_, i) =>
    i % 2 === 0 ? bytes[i >> 1] >> 4 : bytes[i >> 1] & 0x0f,
  );
}

/** Two states take turns until the bits end. */
function unpackWeights(bytes: Uint8Array): number[] {
  const reader = new ByteReader(bytes);
  const table = readFse(reader, { mostAccuracy: 6, mostSymbol: MOST_WEIGHTS });
  const bits = new BackwardBits(reader.take(reader.left));
  const states = [bits.read(table.accuracy), bits.read(table.accuracy)];
  const weights: number[] = [];
  for (let turn = 0; weights.length < MOST_WEIGHTS; turn ^= 1) {
    const state = states[turn];
    weights.push(table.symbols[state]);
    states[turn] = table.bases[state] + bits.read(table.bits[state]);
    if (bits.left < 0) {
      weights.push(table.symbols[states[turn ^ 1]]);
      return weights;
    }
  }
  throw new Error('it has a damaged page');
}

/** The last weight is not stored: it makes the tree whole. */
function buildHuffman(weights: number[]): HuffmanTable {
  const sum = weights.reduce((total, weight) => total + (weight > 0 ? 2 ** (weight - 1) : 0), 0);
  const width = 32 - Math.clz32(sum);
  const last = Math.log2(2 ** width - sum) + 1;
  if (sum === 0 || width > MOST_WIDTH || !Number.isInteger(last)) {
    throw new Error('it has a damaged page');
  }
  const all = [...weights, last];
  const symbols = new Uint8Array(2 ** width);
  const bits = new Uint8Array(2 ** width);
  let position = 0;
  for (let weight = 1; weight <= width; weight++) {
    all.forEach((own, symbol) => {
      if (own !== weight) return;
      const end = position + 2 ** (weight - 1);
      symbols.fill(symbol, position, end);
      bits.fill(width + 1 - weight, position, end);
      position = end;
    });
  }
  return { width, symbols, bits };
}

/** Decodes as many symbols as `out` holds; they must be all that the bytes hold. */
export function decodeHuffman(table: HuffmanTable, bytes: Uint8Array, out: Uint8Array): void {
  const { width, symbols, bits } = table;
  const reader = new BackwardBits(bytes);
  for (let i = 0; i < out.length; i++) {
    const code = reader.peek(width);
    out[i] = symbols[code];
    reader.left -= bits[code];
  }
  if (reader.left !== 0) throw new Error('it has a damaged page');
}
