/**
 * Compiles assembly/ to src/wasm/wasm-binary.ts: `node scripts/build-wasm.ts`.
 *
 * The binary is committed, so that users do not need the compiler; src/wasm/wasm-binary.test.ts
 * compiles again and compares.
 */
import { writeFileSync } from 'node:fs';
import { compileAssembly } from '../../../tools/compile-assembly.ts';

const bytes = await compileAssembly(new URL('..', import.meta.url));
// Not base64, which hides from gzip what is alike: hexadecimal digits take a fifth less to load.
const hex = Buffer.from(bytes).toString('hex');
writeFileSync(
  new URL('../src/wasm/wasm-binary.ts', import.meta.url),
  `// Written by scripts/build-wasm.ts from assembly/; do not edit.\nexport const wasmBinary: string =\n  '${hex}';\n`,
);
console.log(`src/wasm/wasm-binary.ts: ${bytes.length} bytes of WebAssembly`);
