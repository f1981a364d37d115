import { expect, test } from 'vitest';
import { compileAssembly } from '../../../tools/build-wasm/compile-assembly.ts';
import { wasmBinary } from './wasm-binary.ts';

test('the committed module is what assembly/ compiles to', async () => {
  const compiled = Buffer.from(await compileAssembly(new URL('../', import.meta.url))).toString(
    'base64',
  );
  expect(compiled === wasmBinary, 'run `node scripts/build-wasm.ts`').toBe(true);
});
