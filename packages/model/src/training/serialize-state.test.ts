import { describe, expect, it } from 'vitest';
import { trainingState } from '../testing/training-state.ts';
import { decodeValue } from '../util/decode-value.ts';
import { encodeValue } from '../util/encode-value.ts';
import { fingerprint } from '../util/fingerprint.ts';
import { checksum } from '../util/state-header.ts';
import { TYPED_ARRAYS } from '../util/value-tags.ts';
import { deserializeState } from './deserialize-state.ts';
import { serializeState } from './serialize-state.ts';
import type { CallbackState } from './training-state.ts';

const roundTrip = (callback: CallbackState): CallbackState =>
  deserializeState(serializeState(trainingState({ callback }))).callbacks.callback;

it('comes back as it was', () => {
  const state = trainingState({ earlyStopping: { wait: 2, best: 0.5, bestWeights: null } });
  expect(deserializeState(serializeState(state))).toStrictEqual(state);
});

it('begins with its mark, the length and the checksum of what follows', () => {
  const bytes = serializeState(trainingState());
  const header = new Uint32Array(bytes.slice(0, 12).buffer);
  // 'SER' and the version of the format.
  expect([...header]).toEqual([0x53455201, bytes.length - 12, checksum(bytes.subarray(12))]);
});

it('writes what states so far hold', () => {
  expect([...encodeValue({ a: [null, true, 'é', -1.5, Float32Array.of(1)] }, 'x')]).toEqual(
    [
      [7, 1, 0, 0, 0, 1, 0, 0, 0, 97],
      [6, 5, 0, 0, 0],
      [1, 3],
      [5, 2, 0, 0, 0, 195, 169],
      [4, 0, 0, 0, 0, 0, 0, 248, 191],
      [8, 7, 4, 0, 0, 0, 0, 0, 128, 63],
    ].flat(),
  );
});

it('keeps the kinds of arrays under the codes that states so far have', () => {
  expect(TYPED_ARRAYS.map(({ name }) => name)).toEqual([
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
  ]);
});

it('has the checksum that states so far have', () => {
  expect(checksum(Uint8Array.of(1, 2, 3, 4, 5))).toBe(2866140145);
  // The hash of one float, of these bytes.
  const float = new Float32Array(Uint8Array.of(1, 2, 3, 4).buffer);
  expect(checksum(Uint8Array.of(1, 2, 3, 4))).toBe(fingerprint(float));
});

it('keeps values a hundred levels deep, and refuses deeper ones', () => {
  const nested = (levels: number): unknown => (levels === 0 ? 1 : [nested(levels - 1)]);
  expect(decodeValue(encodeValue(nested(100), 'x'))).toEqual(nested(100));
  expect(() => encodeValue(nested(101), 'x')).toThrow('more than a hundred levels');
  const levels = new Array(101).fill([6, 1, 0, 0, 0]).flat();
  expect(() => decodeValue(Uint8Array.of(...levels, 1))).toThrow('too deep');
});

it('keeps what is longer than its first memory', () => {
  const long = { text: 'x'.repeat(1023), doubles: Float64Array.from({ length: 999 }, (_, i) => i) };
  expect(roundTrip({ long, after: 1 })).toStrictEqual({ long, after: 1 });
});

it('gives the same bytes for the same state', () => {
  expect(serializeState(trainingState())).toEqual(serializeState(trainingState()));
});

it.each([
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  0.1,
  Number.MIN_VALUE,
  Number.MAX_VALUE,
  2 ** 53,
  '',
  'Zoë 🎙️ \uFEFF',
  '\uFEFFZoë',
  true,
  false,
  null,
  undefined,
])('keeps %j', (value) => {
  expect(roundTrip({ value }).value).toBe(value);
});

it.each([
  Int8Array.of(-128, 127),
  Uint8Array.of(0, 255),
  Uint8ClampedArray.of(0, 255),
  Int16Array.of(-32768, 32767),
  Uint16Array.of(65535),
  Int32Array.of(-(2 ** 31)),
  Uint32Array.of(2 ** 32 - 1),
  Float32Array.of(0.1, -0, Number.NaN, Number.POSITIVE_INFINITY),
  Float64Array.of(0.1, Number.MIN_VALUE),
  BigInt64Array.of(-1n),
  BigUint64Array.of(2n ** 64n - 1n),
  new Float32Array(0),
])('keeps a typed array: %s', (array) => {
  expect(roundTrip({ array }).array).toStrictEqual(array);
});

it('keeps the bits of a NaN that carries something', () => {
  const bits = Uint32Array.of(0x7fc12345);
  const { array } = roundTrip({ array: new Float32Array(bits.buffer) });
  expect(new Uint32Array((array as Float32Array).buffer)).toEqual(bits);
});

it('keeps the part that a view shows, not the rest of its memory', () => {
  const { array } = roundTrip({ array: Float32Array.of(1, 2, 3, 4).subarray(1, 3) });
  expect((array as Float32Array).buffer.byteLength).toBe(8);
  expect(array).toEqual(Float32Array.of(2, 3));
});

it('keeps arrays and objects inside of each other', () => {
  const nested = { list: [1, [2, { three: Float32Array.of(3) }], {}], empty: [] };
  expect(roundTrip({ nested }).nested).toStrictEqual(nested);
});

it('keeps names that objects have already', () => {
  const names = { constructor: 1, toString: 2, hasOwnProperty: 3 };
  expect(roundTrip({ names }).names).toStrictEqual(names);
});

describe('serializeState refuses', () => {
  const circle: CallbackState = {};
  circle.self = circle;
  it.each([
    ['a function', () => 1, '[object Function]'],
    ['a map', new Map(), '[object Map]'],
    ['a date', new Date(0), '[object Date]'],
    ['an object of a class', new (class Mine {})(), '[object Object]'],
    ['a big integer', 1n, '[object BigInt]'],
    ['a view of another kind', new DataView(new ArrayBuffer(1)), 'DataView'],
    ['a prototype', JSON.parse('{"__proto__":1}'), 'a property __proto__'],
    ['a circle', circle, 'a circle'],
  ])('%s', (_, value, got) => {
    const escaped = got.replace(/[[\]]/g, '\\$&');
    expect(() => serializeState(trainingState({ mine: { value } }))).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringMatching(
          new RegExp(`^serializeState: \`state\\.callbacks\\.mine\\.value.*got ${escaped}`),
        ),
      }),
    );
  });
});
