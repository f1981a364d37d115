import { expect, test } from 'vitest';
import { WasmTrainingError } from './wasm-training-error.ts';

test('an error of this package is an instance', () => {
  expect(WasmTrainingError.isInstance(new WasmTrainingError('no-simd', 'none'))).toBe(true);
});

test('an error of another copy of this package is an instance', () => {
  const error = Object.assign(new Error('none'), { name: 'WasmTrainingError', code: 'no-simd' });
  expect(WasmTrainingError.isInstance(error)).toBe(true);
});

test('an error has its name, code, message and cause', () => {
  const cause = new Error('why');
  const error = new WasmTrainingError('out-of-memory', 'no room', { cause });
  expect({ ...error, message: error.message, cause: error.cause }).toEqual({
    name: 'WasmTrainingError',
    code: 'out-of-memory',
    message: 'no room',
    cause,
  });
});

test.each([
  undefined,
  null,
  'no-simd',
  new Error('none'),
  Object.assign(new Error('none'), { code: 'no-simd' }),
  Object.assign(new Error('none'), { name: 'WasmTrainingError' }),
  { name: 'WasmTrainingError', code: 'no-simd' },
])('%o is no instance', (error) => {
  expect(WasmTrainingError.isInstance(error)).toBe(false);
});
