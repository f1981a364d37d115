/**
 * Compiles a package's AssemblyScript: `node ../../tools/build-wasm/main.ts NAME…` in its folder
 * compiles assembly/NAME.ts to src/generated/NAME-wasm.ts.
 *
 * The binaries are committed, so that neither users nor the workspace need the compiler. A test of
 * each package compiles again and compares.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { compileAssembly } from './compile-assembly.ts';
import { formatModule } from './format-module.ts';

const folder = pathToFileURL(`${process.cwd()}/`);
mkdirSync(new URL('src/generated', folder), { recursive: true });
for (const name of process.argv.slice(2)) {
  const bytes = await compileAssembly(folder, `assembly/${name}.ts`);
  const file = `src/generated/${name}-wasm.ts`;
  writeFileSync(new URL(file, folder), formatModule(name, bytes));
  console.log(`${file}: ${bytes.length} bytes of WebAssembly`);
}
