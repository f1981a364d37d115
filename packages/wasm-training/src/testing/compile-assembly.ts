import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const options = [
  '--outFile=module.wasm',
  '-O3',
  '--noAssert',
  '--runtime=stub',
  '--use=abort=',
  // The memory is the backend's. An import with a maximum takes it whatever its own maximum is.
  '--importMemory',
  '--noExportMemory',
  '--initialMemory=1',
  '--maximumMemory=65536',
  '--enable=simd',
  '--enable=bulk-memory',
];

/** Compiles assembly/index.ts. @returns the WebAssembly module's bytes */
export async function compileAssembly(): Promise<Uint8Array> {
  const baseDir = fileURLToPath(new URL('../..', import.meta.url));
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    ['assembly/index.ts', `--baseDir=${baseDir}`, ...options],
    {
      writeFile: (_name: string, contents: Uint8Array | string) => {
        if (typeof contents !== 'string') binary = contents;
      },
      readFile: (name: string) => {
        try {
          return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
        } catch {
          return null;
        }
      },
    },
  );
  if (error || !binary) throw new Error(`asc: ${stderr}`, { cause: error });
  return binary;
}
