import type { ParquetColumn } from './column.ts';
import type { RawValues } from './plain.ts';

/** Raw values of any type, one by one. */
type Values = ArrayLike<number | bigint | Uint8Array>;

/** The most bytes of a text that says what a row is. */
const MOST_TEXT = 4096;

const decoder = new TextDecoder();

/** What values mean as numbers: decimals with their point, 16-bit floats, integers of 64 bits. */
export function toNumbers(column: ParquetColumn, raw: RawValues): ArrayLike<number> {
  const { meaning, scale, isUnsigned } = column;
  if (raw instanceof Float32Array || raw instanceof Float64Array) return raw;
  if (meaning === 'float16')
    return Array.from(raw as Values, (value) => float16(value as Uint8Array));
  const divisor = 10 ** scale;
  return Array.from(raw as Values, (value) => {
    const whole = value instanceof Uint8Array ? bigEndian(value) : unsigned(value, isUnsigned);
    return meaning === 'decimal' ? Number(whole) / divisor : Number(whole);
  });
}

/** What values are as text: numbers become their decimal text, and NaN is no value. */
export function toTexts(column: ParquetColumn, raw: RawValues): ArrayLike<string | null> {
  if (column.meaning === 'text')
    return Array.from(raw as Values, (value) => text(column, value as Uint8Array));
  if (raw instanceof BigInt64Array) {
    return Array.from(raw, (value) => String(unsigned(value, column.isUnsigned)));
  }
  return Array.from(toNumbers(column, raw), (value) =>
    Number.isNaN(value) ? null : String(value),
  );
}

function text({ name }: ParquetColumn, bytes: Uint8Array): string {
  if (bytes.length <= MOST_TEXT) return decoder.decode(bytes);
  throw new Error(
    `its column ${name} must hold texts of at most ${MOST_TEXT} bytes, got ${bytes.length}`,
  );
}

function unsigned(value: number | bigint, isUnsigned: boolean): number | bigint {
  if (!isUnsigned) return value;
  return typeof value === 'bigint' ? BigInt.asUintN(64, value) : value >>> 0;
}

/** The whole number of a decimal, in two's complement. */
function bigEndian(bytes: Uint8Array): number {
  let value = bytes.length > 0 && bytes[0] >= 0x80 ? -1 : 0;
  for (const byte of bytes) value = value * 256 + byte;
  return value;
}

/** IEEE 754's binary16. */
function float16([low, high]: Uint8Array): number {
  const exponent = (high >> 2) & 0x1f;
  const fraction = ((high & 3) << 8) | low;
  const sign = high >= 0x80 ? -1 : 1;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return exponent === 0
    ? sign * 2 ** -24 * fraction
    : sign * 2 ** (exponent - 25) * (1024 + fraction);
}
