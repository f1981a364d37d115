import { expect, test } from 'vitest';
import { compileAssembly } from '../../../../tools/compile-assembly.ts';
import { wasmBinary } from './wasm-binary.ts';

test('the committed module is what assembly/ compiles to', async () => {
  const bytes = await compileAssembly(new URL('../../', import.meta.url));
  const compiled = Buffer.from(bytes).toString('hex');
  expect(compiled === wasmBinary, 'run `node scripts/build-wasm.ts`').toBe(true);
});
