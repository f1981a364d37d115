/** Physical types, by their number in a file. */
export const PHYSICAL = [
  'boolean',
  'int32',
  'int64',
  'int96',
  'float',
  'double',
  'bytes',
  'fixed',
] as const;

/** What the bytes of a column are. */
export type Physical = (typeof PHYSICAL)[number];

/** What the values of a column mean; the last three are nothing that a table of features has. */
export type Meaning = 'number' | 'decimal' | 'float16' | 'text' | 'boolean' | 'date' | 'other';

/** A column of a file, without its data. */
export interface ParquetColumn {
  readonly name: string;
  /** Undefined for a column of lists or of structs. */
  readonly physical?: Physical;
  readonly meaning: Meaning;
  readonly isUnsigned: boolean;
  /** Whether it can hold nulls. */
  readonly isOptional: boolean;
  /** Bytes of each value of `fixed`. */
  readonly width: number;
  /** Digits after the point of a decimal. */
  readonly scale: number;
  /** Which column it is in a group of rows; the first one of a nested column. */
  readonly position: number;
}

/** What a column holds, in the words of an error. */
export function describeColumn({ meaning }: ParquetColumn): string {
  const words: Record<Meaning, string> = {
    number: 'numbers',
    decimal: 'numbers',
    float16: 'numbers',
    text: 'text',
    boolean: 'booleans',
    date: 'dates or times',
    other: 'lists, structs or bytes',
  };
  return words[meaning];
}

/** Whether it can hold a feature. */
export function isNumeric({ meaning }: ParquetColumn): boolean {
  return meaning === 'number' || meaning === 'decimal' || meaning === 'float16';
}
