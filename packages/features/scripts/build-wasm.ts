/**
 * Compiles assembly/ to src/wasm/*-binary.ts: `node scripts/build-wasm.ts`.
 *
 * The binaries are committed, so that users do not need the compiler; src/wasm/binaries.test.ts
 * compiles again and compares.
 */
import { writeFileSync } from 'node:fs';
import { compileAssembly } from '../../../tools/build-wasm/compile-assembly.ts';

for (const name of ['spectra', 'signals']) {
  const bytes = await compileAssembly(new URL('..', import.meta.url), `assembly/${name}.ts`);
  // Not base64, which hides from gzip what is alike: hexadecimal digits take a fifth less to load.
  const hex = Buffer.from(bytes).toString('hex');
  const file = `src/wasm/${name}-binary.ts`;
  writeFileSync(
    new URL(`../${file}`, import.meta.url),
    `// Written by scripts/build-wasm.ts from assembly/${name}.ts; do not edit.\nexport const ${name}Binary: string =\n  '${hex}';\n`,
  );
  console.log(`${file}: ${bytes.length} bytes of WebAssembly`);
}
