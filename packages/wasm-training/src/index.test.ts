import { expect, test } from 'vitest';
import * as api from './index.ts';

test('every public function is tested for options that it does not know', () => {
  // enable-wasm-training.test.ts has that test. Whoever adds a function adds its own.
  expect(Object.keys(api).sort()).toEqual(['WasmTrainingError', 'enableWasmTraining']);
});
