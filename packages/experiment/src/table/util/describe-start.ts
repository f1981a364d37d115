/** What people take for a table, by the bytes with which it begins. */
const STARTS: readonly (readonly [start: RegExp, what: string])[] = [
  [/^$/, 'empty'],
  [/^PAR1/, 'cut short'],
  [/^PARE/, 'encrypted'],
  [/^ARROW1/, 'an Arrow file: write its table with pyarrow.parquet.write_table'],
  [/^PK/, 'a zip, such as .npz or .xlsx: write its table as Parquet'],
  [/^\x93NUMPY/, 'an array of numpy: write it with its names as Parquet'],
  [/^\s*</, 'HTML or XML'],
  [/^\s*[[{]/, 'JSON: write its table as Parquet'],
  [/^RIFF/, 'a WAV: extract its features first'],
  [/^[\t\n\r -~]+$/, "text, such as CSV: write it with pandas.read_csv('…').to_parquet('…')"],
];

/** How many bytes are looked at. */
const LENGTH = 64;

/** What a file is that is no table, and what to do with it. */
export function describeStart(bytes: Uint8Array): string {
  const start = String.fromCharCode(...bytes.subarray(0, LENGTH));
  return STARTS.find(([pattern]) => pattern.test(start))?.[1] ?? 'something else';
}
