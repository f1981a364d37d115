import { expect, test } from 'vitest';
import { WasmTrainingError } from './wasm-training-error.ts';

test('an error of this package is an instance', () => {
  expect(WasmTrainingError.isInstance(new WasmTrainingError('no-simd', 'none'))).toBe(true);
});

test('an error of another copy of this package is an instance', () => {
  const error = Object.assign(new Error('none'), { name: 'WasmTrainingError', code: 'no-simd' });
  expect(WasmTrainingError.isInstance(error)).toBe(true);
});

test.each([undefined, 'no-simd', new Error('none')])('%o is no instance', (error) => {
  expect(WasmTrainingError.isInstance(error)).toBe(false);
});
