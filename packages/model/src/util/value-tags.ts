/** The first byte of each encoded value, which tells its kind. */
export const TAG = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  /** A double, 8 bytes. */
  number: 4,
  /** Its length in bytes, then UTF-8. */
  string: 5,
  /** The number of values, then the values. */
  array: 6,
  /** The number of properties, then for each a string without tag, and a value. */
  object: 7,
  /** Its kind (a byte, the place in `TYPED_ARRAYS`), its length in bytes, then the bytes. */
  typedArray: 8,
} as const;

/** A class of typed arrays. */
interface TypedArrayType {
  readonly name: string;
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer): ArrayBufferView;
}

/** The kinds of typed arrays, in the order of their codes. New ones come last. */
export const TYPED_ARRAYS: readonly TypedArrayType[] = [
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
];

/** How deep values may be nested. */
export const MAX_DEPTH = 100;

/** The property name that would set an object's prototype. */
export const PROTOTYPE_NAME = '__proto__';
