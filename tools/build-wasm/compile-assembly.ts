import { readFileSync } from 'node:fs';
import asc from 'assemblyscript/asc';

/** How the kernels of all packages are compiled: on a memory that the caller brings. */
const OPTIONS = [
  '--outFile=module.wasm',
  '-O3',
  '--noAssert',
  '--runtime=stub',
  '--use=abort=',
  // An import with a maximum takes a memory whatever its own maximum is.
  '--importMemory',
  '--noExportMemory',
  '--initialMemory=1',
  '--maximumMemory=65536',
  '--enable=simd',
  '--enable=bulk-memory',
];

/**
 * Compiles a package's AssemblyScript.
 *
 * @param packageUrl The package's folder, ending in a slash.
 * @param entry The file, from there, whose exports the module has.
 * @returns The bytes of the WebAssembly module.
 */
export async function compileAssembly(packageUrl: URL, entry: string): Promise<Uint8Array> {
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main([entry, ...OPTIONS], {
    writeFile: (_name: string, contents: Uint8Array | string) => {
      if (typeof contents !== 'string') binary = contents;
    },
    readFile: (name: string) => {
      try {
        return readFileSync(new URL(name, packageUrl), 'utf8');
      } catch {
        return null;
      }
    },
  });
  if (error || !binary) throw new Error(`asc: ${stderr}`, { cause: error });
  return binary;
}
