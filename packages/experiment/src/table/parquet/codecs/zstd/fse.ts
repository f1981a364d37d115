import type { ByteReader } from '../../byte-reader.ts';

/** A table of finite state entropy: what each state stands for, and how the next is found. */
export interface FseTable {
  /** Bits of a state. */
  readonly accuracy: number;
  readonly symbols: Uint8Array;
  /** Bits that are read for the next state, and what is added to them. */
  readonly bits: Uint8Array;
  readonly bases: Uint16Array;
}

/** Builds the table of symbols that occur so often in 2^accuracy; -1 stands for less than once. */
export function buildFse(counts: readonly number[], accuracy: number): FseTable {
  const size = 2 ** accuracy;
  const symbols = new Uint8Array(size);
  const bits = new Uint8Array(size);
  const bases = new Uint16Array(size);
  let high = size;
  counts.forEach((count, symbol) => {
    if (count === -1) symbols[--high] = symbol;
  });
  const step = (size >> 1) + (size >> 3) + 3;
  let position = 0;
  counts.forEach((count, symbol) => {
    for (let i = 0; i < count; i++) {
      symbols[position] = symbol;
      do position = (position + step) & (size - 1);
      while (position >= high);
    }
  });
  const next = counts.map((count) => Math.abs(count));
  symbols.forEach((symbol, state) => {
    const own = next[symbol]++;
    bits[state] = accuracy - (31 - Math.clz32(own));
    bases[state] = (own << bits[state]) - size;
  });
  return { accuracy, symbols, bits, bases };
}

/** The table of one symbol, for which no bits are read. */
export function constantFse(symbol: number): FseTable {
  const [bits, bases] = [Uint8Array.of(0), Uint16Array.of(0)];
  return { accuracy: 0, symbols: Uint8Array.of(symbol), bits, bases };
}

/** Reads the counts of a table, and goes on behind them. */
export function readFse(
  reader: ByteReader,
  { mostAccuracy, mostSymbol }: { mostAccuracy: number; mostSymbol: number },
): FseTable {
  let bit = 0;
  const peek = (count: number): number => {
    let value = 0;
    for (let i = 0; i < count; i++) {
      const at = bit + i;
      const byte = reader.bytes[reader.offset + (at >> 3)] ?? 0;
      value |= ((byte >> (at & 7)) & 1) << i;
    }
    return value;
  };
  const read = (count: number): number => {
    const value = peek(count);
    bit += count;
    return value;
  };
  const accuracy = read(4) + 5;
  if (accuracy > mostAccuracy) throw new Error('it has a damaged page');
  const counts: number[] = [];
  let threshold = 2 ** accuracy;
  let width = accuracy + 1;
  let remaining = threshold + 1;
  while (remaining > 1 && counts.length <= mostSymbol) {
    // The least values take one bit less.
    const spare = 2 * threshold - 1 - remaining;
    const short = peek(width - 1);
    let value = short;
    if (short < spare) bit += width - 1;
    else {
      value = read(width);
      if (value >= threshold) value -= spare;
    }
    const count = value - 1;
    remaining -= Math.abs(count);
    counts.push(count);
    for (let zeros = count === 0 ? 3 : 0; zeros === 3; ) {
      zeros = read(2);
      counts.push(...new Array<number>(zeros).fill(0));
    }
    while (remaining < threshold && threshold > 1) {
      width--;
      threshold >>= 1;
    }
  }
  if (remaining !== 1 || counts.length > mostSymbol + 1) throw new Error('it has a damaged page');
  reader.take(Math.ceil(bit / 8));
  return buildFse(counts, accuracy);
}
