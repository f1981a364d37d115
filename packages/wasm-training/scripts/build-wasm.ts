/**
 * Compiles assembly/ to src/wasm-binary.ts: `node scripts/build-wasm.ts`.
 *
 * The binary is committed, so that neither users nor the workspace need the compiler;
 * src/wasm-binary.test.ts compiles again and compares.
 */
import { writeFileSync } from 'node:fs';
import { compileAssembly } from '../../../tools/build-wasm/compile-assembly.ts';

const bytes = await compileAssembly(new URL('../', import.meta.url));
const base64 = Buffer.from(bytes).toString('base64');
writeFileSync(
  new URL('../src/wasm-binary.ts', import.meta.url),
  `// Written by scripts/build-wasm.ts from assembly/; do not edit.\nexport const wasmBinary: string =\n  '${base64}';\n`,
);
console.log(`src/wasm-binary.ts: ${bytes.length} bytes of WebAssembly`);
