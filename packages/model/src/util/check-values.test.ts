import { describe, expect, it } from 'vitest';
import { areWeightsOf } from './are-weights-of.ts';
import { checkBytes } from './check-bytes.ts';
import { isCount } from './check-callback-state.ts';
import { checkFileName } from './check-file-name.ts';
import { checkFloats } from './check-floats.ts';
import { checkInputShape } from './check-input-shape.ts';
import { checkLabels } from './check-labels.ts';
import { checkList } from './check-list.ts';
import { checkSize } from './check-size.ts';
import { checkStore } from './check-store.ts';

const none = undefined as never;

/** What each check takes and what it refuses. */
describe.each<[string, (value: never) => void, good: unknown[], bad: unknown[], text: string]>([
  [
    'checkBytes',
    (value) => checkBytes('f', 'x', value),
    [new Uint8Array(1), Buffer.alloc(1)],
    [null, none, 'text', [1], new Float32Array(1)],
    'f: `x` must be a Uint8Array, got',
  ],
  [
    'checkFloats',
    (value) => checkFloats('f', 'x', value),
    [new Float32Array(1), new Float64Array()],
    [null, none, 'text', [1], new DataView(new ArrayBuffer(1))],
    'f: `x` must be a Float32Array, got',
  ],
  [
    'checkList',
    (value) => checkList('f', 'x', value),
    [[], new Uint8Array(), { length: 2 }],
    [null, none, 'text', {}, { length: 0.5 }, () => {}],
    'f: `x` must be a list, got',
  ],
  [
    'checkFileName',
    (value) => checkFileName('f', 'x', value),
    ['a', 'a/b.bin', '.hidden', '..a/b', 'ab:c', '1:a'],
    ['', '/a', 'a/', 'a//b', '.', '..', 'a/..', './a', 'a\\b', 'a\0', 'a:b', 'c:', 'C:/a', 7, null],
    'f: `x` must be a relative path of plain names between slashes, got',
  ],
  [
    'checkInputShape',
    (value) => checkInputShape('f', 'x', value),
    [
      [1, 1],
      [162, 3],
    ],
    [none, null, [1], [1, 1, 1], [0, 1], [1, 0], [1, 0.5]],
    'f: `x',
  ],
  [
    'checkLabels of 3 classes',
    (value) => checkLabels('f', 'x', value, 3),
    [[], [0, 2], Int32Array.of(1)],
    [[3], [-1], [0, 0.5], [Number.NaN], ['1'], none],
    'f: `x',
  ],
  [
    'checkStore',
    (value) => checkStore('f', 'x', value),
    [{ read() {}, write() {} }],
    [none, null, {}, { read() {} }, { write() {} }, 'folder'],
    'f: `x` must be a store, such as folderStore',
  ],
])('%s', (_, check, good, bad, text) => {
  it.each(good.map((value) => [value]))('takes %j', (value) => {
    expect(() => check(value as never)).not.toThrow();
  });

  it.each(bad.map((value) => [value]))('refuses %j', (value) => {
    expect(() => check(value as never)).toThrow(
      expect.objectContaining({
        code: 'bad-argument',
        message: expect.stringMatching(new RegExp(`^${text.replaceAll('.', '\\.')}`)),
      }),
    );
  });
});

it.each([
  [checkBytes, 'null'],
  [checkFloats, 'null'],
  [checkList, 'null'],
])('says that null is null', (check, got) => {
  expect(() => check('f', 'x', null as never)).toThrow(`got ${got}`);
});

describe('checkSize', () => {
  it('takes as many bytes as there may be, and any number without a bound', () => {
    expect(() => checkSize('f', 'a', 5, 5)).not.toThrow();
    expect(() => checkSize('f', 'a', 1e15)).not.toThrow();
  });

  it('refuses one more', () => {
    expect(() => checkSize('f', 'a', 6, 5)).toThrow(
      expect.objectContaining({
        code: 'too-large',
        message: 'f: a must have at most 5 bytes',
      }),
    );
  });
});

it.each([
  [0, undefined, true],
  [-1, undefined, false],
  [-1, -1, true],
  [-2, -1, false],
  [0.5, undefined, false],
  ['1', undefined, false],
])('whether %j is a count of at least %j: %j', (value, min, expected) => {
  expect(isCount(value, min)).toBe(expected);
});

it.each([
  [[[1, 2], [3]], true],
  [[[1, 2]], false],
  [[[1, 2], [3], [4]], false],
  [[[1], [3]], false],
  [
    [
      [1, 2],
      [3, 4],
    ],
    false,
  ],
])('whether %j are weights of 2 and 1 values: %j', (arrays, expected) => {
  expect(areWeightsOf([{ size: 2 }, { size: 1 }], arrays)).toBe(expected);
});
