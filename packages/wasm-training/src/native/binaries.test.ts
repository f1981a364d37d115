import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildModule } from '../../../../tools/build-wasm/build-module.ts';

const own = new URL('../../', import.meta.url);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-wasm-'));
  symlinkSync(fileURLToPath(new URL('assembly', own)), join(folder, 'assembly'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the committed module is what `build-wasm` makes of assembly/gradients.ts', async () => {
  const { file, bytes } = await buildModule(pathToFileURL(`${folder}/`), 'gradients');
  expect(file).toBe('src/generated/gradients-wasm.ts');
  const [built, committed] = [pathToFileURL(`${folder}/`), own].map((each) =>
    readFileSync(new URL(file, each), 'utf8'),
  );
  // Not `toBe` of the texts, which would print ten thousand digits.
  expect(built === committed, 'run `npx -y pnpm@12 --filter @ser/wasm-training build-wasm`').toBe(
    true,
  );
  const [, digits] = /^ {2}'([0-9a-f]+)';$/m.exec(built) ?? [];
  expect(digits).toHaveLength(2 * bytes);
  const readme = readFileSync(new URL('README.md', own), 'utf8');
  const [, kilobytes] = /WebAssembly SIMD module of (\d+) kB/.exec(readme) ?? [];
  expect(Math.abs(Number(kilobytes) - bytes / 1000), 'the size in README.md').toBeLessThan(2);
});
