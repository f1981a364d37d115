/** A field of a Thrift struct: its type in the compact protocol, and its value. */
type Field = readonly [
  type: 'i32' | 'i64' | 'text' | 'structs' | 'struct' | 'texts',
  value: unknown,
];

/** A Thrift struct by the ids of its fields. */
export type Struct = Readonly<Record<number, Field>>;

const TYPES = { i32: 5, i64: 6, text: 8, structs: 9, texts: 9, struct: 12 } as const;

/** An unsigned LEB128 number. */
export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return [...bytes, rest];
}

/** Thrift's compact protocol, of the types that a Parquet file needs. */
export function thrift(struct: Struct): number[] {
  let last = 0;
  const fields = Object.entries(struct).flatMap(([key, [type, value]]) => {
    const id = Number(key);
    const head = ((id - last) << 4) | TYPES[type];
    last = id;
    return [head, ...encode(type, value)];
  });
  return [...fields, 0];
}

function encode(type: Field[0], value: unknown): number[] {
  const text = (item: unknown): number[] => {
    const bytes = new TextEncoder().encode(String(item));
    return [...varint(bytes.length), ...bytes];
  };
  const list = (
    elementType: number,
    items: readonly unknown[],
    one: (item: unknown) => number[],
  ) => [0xf0 | elementType, ...varint(items.length), ...items.flatMap(one)];
  switch (type) {
    case 'i32':
    case 'i64':
      return varint(Number(value) < 0 ? -2 * Number(value) - 1 : 2 * Number(value));
    case 'text':
      return text(value);
    case 'struct':
      return thrift(value as Struct);
    case 'structs':
      return list(12, value as Struct[], (item) => thrift(item as Struct));
    case 'texts':
      return list(8, value as string[], text);
  }
}

/** A page as it stands in a file; its header may lie. */
export interface CraftedPage {
  bytes: Uint8Array;
  values: number;
  /** Default: as many as there are. */
  unpacked?: number;
}

/** A column of one group of rows. */
export interface CraftedColumn {
  name: string;
  /** 4 is float, 6 bytes. */
  type: 4 | 6;
  pages: CraftedPage[];
  /** 0 none, 1 Snappy, 2 gzip, 6 Zstandard, 7 LZ4. Default 0. */
  codec?: number;
  isOptional?: boolean;
}

/** A Parquet file that says whatever it is told to. */
export function craftParquet(
  columns: readonly CraftedColumn[],
  { rows, groupRows = rows }: { rows: number; groupRows?: number },
): Uint8Array {
  const parts: Uint8Array[] = [new TextEncoder().encode('PAR1')];
  let offset = 4;
  const push = (bytes: Uint8Array): void => {
    parts.push(bytes);
    offset += bytes.length;
  };
  const chunks = columns.map(({ name, type, pages, codec = 0 }): Struct => {
    const start = offset;
    for (const { bytes, values, unpacked = bytes.length } of pages) {
      const encoding = { 1: ['i32', values], 2: ['i32', 0], 3: ['i32', 3], 4: ['i32', 3] } as const;
      const header: Struct = {
        1: ['i32', 0],
        2: ['i32', unpacked],
        3: ['i32', bytes.length],
        5: ['struct', encoding],
      };
      push(Uint8Array.from(thrift(header)));
      push(bytes);
    }
    const data: Struct = {
      1: ['i32', type],
      3: ['texts', [name]],
      4: ['i32', codec],
      5: ['i64', rows],
      7: ['i64', offset - start],
      9: ['i64', start],
    };
    return { 2: ['i64', start], 3: ['struct', data] };
  });
  const schema: Struct[] = [
    { 4: ['text', 'root'], 5: ['i32', columns.length] },
    ...columns.map(
      ({ name, type, isOptional }): Struct => ({
        1: ['i32', type],
        3: ['i32', isOptional ? 1 : 0],
        4: ['text', name],
        6: type === 6 ? ['i32', 0] : ['i32', -1],
      }),
    ),
  ];
  const group: Struct = { 1: ['structs', chunks], 2: ['i64', 0], 3: ['i64', groupRows] };
  const footer: Struct = {
    1: ['i32', 1],
    2: ['structs', schema],
    3: ['i64', rows],
    4: ['structs', [group]],
  };
  return withFooter(parts, Uint8Array.from(thrift(footer)));
}

/** A file of these parts and of a footer, which may be anything. */
export function withFooter(parts: readonly Uint8Array[], footer: Uint8Array): Uint8Array {
  const tail = new Uint8Array(8);
  new DataView(tail.buffer).setUint32(0, footer.length, true);
  tail.set(new TextEncoder().encode('PAR1'), 4);
  return Uint8Array.from(Buffer.concat([...parts, footer, tail]));
}

/** Texts as a page holds them. */
export function plainTexts(texts: readonly string[]): CraftedPage {
  const bytes = texts.flatMap((text) => {
    const utf8 = new TextEncoder().encode(text);
    return [...new Uint8Array(Uint32Array.of(utf8.length).buffer), ...utf8];
  });
  return { bytes: Uint8Array.from(bytes), values: texts.length };
}

/** Numbers as a page holds them. */
export function plainFloats(values: readonly number[]): CraftedPage {
  return { bytes: new Uint8Array(Float32Array.from(values).buffer), values: values.length };
}
