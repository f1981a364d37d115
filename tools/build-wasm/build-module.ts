import { mkdirSync, writeFileSync } from 'node:fs';
import { compileAssembly } from './compile-assembly.ts';
import { formatModule } from './format-module.ts';

/**
 * Compiles assembly/NAME.ts of a package to src/generated/NAME-wasm.ts.
 *
 * @param packageUrl The package's folder, ending in a slash.
 * @returns The file from there, and how many bytes the WebAssembly has.
 */
export async function buildModule(
  packageUrl: URL,
  name: string,
): Promise<{ file: string; bytes: number }> {
  const bytes = await compileAssembly(packageUrl, `assembly/${name}.ts`);
  const file = `src/generated/${name}-wasm.ts`;
  mkdirSync(new URL('src/generated', packageUrl), { recursive: true });
  writeFileSync(new URL(file, packageUrl), formatModule(name, bytes));
  return { file, bytes: bytes.length };
}
