import { describe, expect, it } from 'vitest';
import { trainingState } from '../testing/training-state.ts';
import { encodeValue } from '../util/encode-value.ts';
import { checksum, HEADER_BYTES, STATE_MARK } from '../util/state-header.ts';
import { TAG } from '../util/value-tags.ts';
import { deserializeState } from './deserialize-state.ts';
import { serializeState } from './serialize-state.ts';

const state = trainingState({ csvLogger: { text: 'epoch\n' } });

/** Bytes with a right header around any payload. */
function withHeader(payload: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + payload.length);
  new Uint32Array(bytes.buffer, 0, 3).set([STATE_MARK, payload.length, checksum(payload)]);
  bytes.set(payload, HEADER_BYTES);
  return bytes;
}

const corrupt = (message: string | RegExp) =>
  expect.objectContaining({
    name: 'ModelError',
    code: 'corrupt-state',
    message: expect.stringMatching(message),
  });

it('reads bytes that lie anywhere in memory', () => {
  const bytes = serializeState(state);
  for (const offset of [1, 2, 3]) {
    const larger = new Uint8Array(bytes.length + 8);
    larger.set(bytes, offset);
    expect(deserializeState(larger.subarray(offset, offset + bytes.length))).toStrictEqual(state);
  }
});

it('reads a Buffer of Node', () => {
  // A small Buffer is a part of a larger memory.
  expect(deserializeState(Buffer.from(serializeState(state)))).toStrictEqual(state);
});

it('gives arrays of their own, which later changes of the bytes do not reach', () => {
  const bytes = serializeState(state);
  const read = deserializeState(bytes);
  bytes.fill(0);
  expect(read).toStrictEqual(state);
});

it('refuses bytes that are cut short anywhere', () => {
  const bytes = serializeState(state);
  for (let length = 0; length < bytes.length; length++) {
    expect(() => deserializeState(bytes.subarray(0, length))).toThrow(corrupt('must hold'));
  }
});

it('refuses bytes too many', () => {
  const bytes = Uint8Array.of(...serializeState(state), 0);
  expect(() => deserializeState(bytes)).toThrow(corrupt('must hold'));
});

it('refuses any byte that has changed', () => {
  const bytes = serializeState(state);
  for (let i = 0; i < bytes.length; i++) {
    const changed = bytes.slice();
    changed[i] ^= 0x10;
    expect(() => deserializeState(changed)).toThrow(corrupt(''));
  }
});

it('refuses what is no state at all', () => {
  const text = new TextEncoder().encode('a picture of a cat');
  expect(() => deserializeState(text)).toThrow(corrupt('must come from serializeState'));
});

describe('behind a right checksum, too, refuses', () => {
  /** A 32-bit length of four billion. */
  const HUGE = [0xff, 0xff, 0xff, 0xff];
  it.each([
    ['a string longer than the bytes', [TAG.string, ...HUGE], 'must follow'],
    ['more values than bytes', [TAG.array, ...HUGE], 'must follow'],
    ['more properties than bytes', [TAG.object, ...HUGE], 'must follow'],
    ['an array longer than the bytes', [TAG.typedArray, 7, ...HUGE], 'must follow'],
    ['half a float', [TAG.typedArray, 7, 2, 0, 0, 0, 1, 1], 'no whole Float32Array'],
    ['an unknown array', [TAG.typedArray, 99, 0, 0, 0, 0], 'an unknown kind of array'],
    ['an unknown value', [99], 'an unknown kind of value, 99'],
    ['text that is no UTF-8', [TAG.string, 1, 0, 0, 0, 0xff], 'damaged'],
    ['a second value', [TAG.null, TAG.null], '1 bytes too many'],
    ['nothing', [], 'must follow'],
    [
      'a prototype',
      [TAG.object, 1, 0, 0, 0, 9, 0, 0, 0, ...new TextEncoder().encode('__proto__'), TAG.null],
      'a property __proto__',
    ],
    ['ten thousand levels', new Array(10_000).fill([TAG.array, 1, 0, 0, 0]).flat(), 'too deep'],
  ])('%s', (_, payload, text) => {
    expect(() => deserializeState(withHeader(Uint8Array.from(payload)))).toThrow(corrupt(text));
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['another version', { ...state, version: 2 }],
    ['a seed that is a string', { ...state, seed: '7' }],
    ['no word on whether it was stopped', { ...state, stopTraining: 'no' }],
    ['a negative fingerprint', { ...state, fingerprint: -1 }],
    ['a figure that is text', { ...state, history: [{ ...state.history[0], valLoss: '1' }] }],
    ['no weights', { ...state, weights: undefined }],
    ['weights in doubles', { ...state, weights: [Float64Array.of(1)] }],
    ['a history of numbers', { ...state, history: [1] }],
    ['an epoch without a loss', { ...state, history: [{ epoch: 0 }] }],
    ['no optimiser', { ...state, optimizer: null }],
    [
      'one moment',
      { ...state, optimizer: { ...state.optimizer, moments: [[Float32Array.of(1)]] } },
    ],
    ['half an epoch', { ...state, epoch: 0.5, history: [] }],
    ['fewer epochs than it says', { ...state, epoch: 2 }],
    ['epochs in another order', { ...state, history: [{ ...state.history[0], epoch: 3 }] }],
    ['minus one step', { ...state, optimizer: { ...state.optimizer, iterations: -1 } }],
    ['an infinite rate', { ...state, optimizer: { ...state.optimizer, learningRate: Infinity } }],
    ['callbacks in a list', { ...state, callbacks: [] }],
    ['a callback that kept a number', { ...state, callbacks: { mine: 1 } }],
  ])('%s', (_, value) => {
    expect(() => deserializeState(withHeader(encodeValue(value, 'value')))).toThrow(
      corrupt('do not hold a training state'),
    );
  });
});
