/**
 * Compiles a package's AssemblyScript: `node ../../tools/build-wasm/main.ts NAME…` in its folder
 * compiles assembly/NAME.ts to src/generated/NAME-wasm.ts.
 *
 * The binaries are committed, so that neither users nor the workspace need the compiler. A test of
 * each package compiles again and compares.
 */
import { pathToFileURL } from 'node:url';
import { buildModule } from './build-module.ts';

const folder = pathToFileURL(`${process.cwd()}/`);
for (const name of process.argv.slice(2)) {
  const { file, bytes } = await buildModule(folder, name);
  console.log(`${file}: ${bytes} bytes of WebAssembly`);
}
