import { expect, test } from 'vitest';
import { compileAssembly } from '../../../../tools/build-wasm/compile-assembly.ts';
import { signalsBinary } from './signals-binary.ts';
import { spectraBinary } from './spectra-binary.ts';

test.each([
  ['spectra', spectraBinary],
  ['signals', signalsBinary],
])('the committed module is what assembly/%s.ts compiles to', async (name, binary) => {
  const folder = new URL('../../', import.meta.url);
  const bytes = await compileAssembly(folder, `assembly/${name}.ts`);
  const compiled = Buffer.from(bytes).toString('hex');
  expect(compiled === binary, 'run `node scripts/build-wasm.ts`').toBe(true);
});
