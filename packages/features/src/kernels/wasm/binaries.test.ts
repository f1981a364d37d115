import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileAssembly } from '../../../../../tools/build-wasm/compile-assembly.ts';
import { formatModule } from '../../../../../tools/build-wasm/format-module.ts';

const folder = new URL('../../../', import.meta.url);

test.each(['spectra', 'frames', 'transforms', 'signals', 'resampling', 'functionals'])(
  'the committed module is what assembly/%s.ts compiles to',
  async (name) => {
    const compiled = formatModule(name, await compileAssembly(folder, `assembly/${name}.ts`));
    const committed = readFileSync(new URL(`src/generated/${name}-wasm.ts`, folder), 'utf8');
    // Not `toBe` of the texts, which would print ten thousand digits.
    expect(compiled === committed, 'run `npx -y pnpm@12 --filter @ser/features build-wasm`').toBe(
      true,
    );
  },
);
