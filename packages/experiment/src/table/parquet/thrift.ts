import type { ByteReader } from './byte-reader.ts';

/** A value of Thrift's compact protocol. */
type ThriftValue = boolean | number | Uint8Array | ThriftValue[] | ThriftStruct;

/** Types of the compact protocol. */
const TYPE = {
  true: 1,
  false: 2,
  byte: 3,
  i16: 4,
  i32: 5,
  i64: 6,
  double: 7,
  binary: 8,
  list: 9,
  set: 10,
  struct: 12,
} as const;

/** Parquet nests its structs to seven. */
const MOST_DEPTH = 16;
/** The most that a header may hold, where a value costs 1 and a struct {@link STRUCT_COST}. */
const MOST_COST = 4_000_000;
/** A struct takes about as much memory as this many numbers. */
const STRUCT_COST = 10;

const decoder = new TextDecoder();

/** The fields of a struct by their ids. A field of another type than asked for is an error. */
export class ThriftStruct {
  readonly #fields: ReadonlyMap<number, ThriftValue>;

  constructor(fields: ReadonlyMap<number, ThriftValue>) {
    this.#fields = fields;
  }

  has(id: number): boolean {
    return this.#fields.has(id);
  }

  number(id: number): number | undefined {
    return this.#get(id, (value) => (typeof value === 'number' ? value : undefined));
  }

  boolean(id: number): boolean | undefined {
    return this.#get(id, (value) => (typeof value === 'boolean' ? value : undefined));
  }

  text(id: number): string | undefined {
    return this.#get(id, textOf);
  }

  struct(id: number): ThriftStruct | undefined {
    return this.#get(id, (value) => (value instanceof ThriftStruct ? value : undefined));
  }

  structs(id: number): ThriftStruct[] | undefined {
    return this.#list(id, (value) => (value instanceof ThriftStruct ? value : undefined));
  }

  texts(id: number): string[] | undefined {
    return this.#list(id, textOf);
  }

  #list<T>(id: number, as: (value: ThriftValue) => T | undefined): T[] | undefined {
    return this.#get(id, (value) => {
      if (!Array.isArray(value)) return undefined;
      const items = value.map(as).filter((item) => item !== undefined);
      return items.length === value.length ? items : undefined;
    });
  }

  #get<T>(id: number, as: (value: ThriftValue) => T | undefined): T | undefined {
    const value = this.#fields.get(id);
    if (value === undefined) return undefined;
    const found = as(value);
    if (found === undefined) throw new Error(`its header has another type in field ${id}`);
    return found;
  }
}

/** What is done with the structs of a list, of which none is kept: there may be many. */
export interface ListUse {
  /** The id of the outermost struct's field. There an empty list stands in its place. */
  readonly field: number;
  /** @returns what is kept of it costs, where a number costs 1 */
  use(struct: ThriftStruct): number;
}

/** Reads a struct. It throws where the bytes are none, and before a header fills the memory. */
export function readThrift(reader: ByteReader, list?: ListUse): ThriftStruct {
  let cost = 0;
  const spend = (amount: number): void => {
    cost += amount;
    if (cost > MOST_COST) throw new Error('its header holds too much');
  };

  const readValue = (type: number, depth: number): ThriftValue => {
    spend(1);
    switch (type) {
      case TYPE.byte:
        return (reader.byte() << 24) >> 24;
      case TYPE.i16:
      case TYPE.i32:
      case TYPE.i64:
        return reader.zigzag();
      case TYPE.double:
        return reader.double();
      case TYPE.binary:
        return reader.take(reader.varint());
      case TYPE.list:
      case TYPE.set:
        return readList(depth);
      case TYPE.struct:
        return readStruct(depth + 1);
      default:
        throw new Error(`its header holds the unknown type ${type}`);
    }
  };

  const readListHead = (): { type: number; length: number } => {
    const head = reader.byte();
    const length = head >> 4 === 15 ? reader.varint() : head >> 4;
    if (length > reader.left) throw new Error('its header is damaged');
    return { type: head & 0x0f, length };
  };

  const readList = (depth: number): ThriftValue[] => {
    const { type, length } = readListHead();
    if (depth > MOST_DEPTH) throw new Error('its header is damaged');
    const isBoolean = type === TYPE.true || type === TYPE.false;
    const items: ThriftValue[] = [];
    for (let i = 0; i < length; i++) {
      items.push(isBoolean ? reader.byte() === 1 : readValue(type, depth + 1));
    }
    return items;
  };

  const readStruct = (depth: number): ThriftStruct => {
    if (depth > MOST_DEPTH) throw new Error('its header is damaged');
    spend(STRUCT_COST);
    const fields = new Map<number, ThriftValue>();
    let id = 0;
    for (;;) {
      const head = reader.byte();
      const type = head & 0x0f;
      if (type === 0) return new ThriftStruct(fields);
      id = head >> 4 === 0 ? reader.zigzag() : id + (head >> 4);
      const isBoolean = type === TYPE.true || type === TYPE.false;
      if (depth === 0 && list?.field === id && type === TYPE.list) {
        useList(list);
        fields.set(id, []);
      } else fields.set(id, isBoolean ? type === TYPE.true : readValue(type, depth));
    }
  };

  const useList = ({ field, use }: ListUse): void => {
    const { type, length } = readListHead();
    if (type !== TYPE.struct && length > 0) {
      throw new Error(`its header has another type in field ${field}`);
    }
    for (let i = 0; i < length; i++) {
      const before = cost;
      const kept = use(readStruct(1));
      cost = before;
      spend(STRUCT_COST + kept);
    }
  };

  return readStruct(0);
}

function textOf(value: ThriftValue): string | undefined {
  return value instanceof Uint8Array ? decoder.decode(value) : undefined;
}
