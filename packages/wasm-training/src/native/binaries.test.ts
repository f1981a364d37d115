import { expect, test } from 'vitest';
import { compileAssembly } from '../../../../tools/build-wasm/compile-assembly.ts';
import { gradientsWasm } from './gradients-wasm.ts';

test('the committed module is what assembly/gradients.ts compiles to', async () => {
  const packageFolder = new URL('../../', import.meta.url);
  const bytes = await compileAssembly(packageFolder, 'assembly/gradients.ts');
  const compiled = Buffer.from(bytes).toString('hex');
  expect(compiled === gradientsWasm, 'run `npx -y pnpm@12 build-wasm`').toBe(true);
});
