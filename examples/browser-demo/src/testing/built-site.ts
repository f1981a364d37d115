import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

let building: Promise<string> | undefined;

/** A folder with the built site. It is built once for all files of a test process. */
export function builtSite(): Promise<string> {
  building ??= build();
  return building;
}

async function build(): Promise<string> {
  const vite = await import('vite');
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const outDir = mkdtempSync(join(tmpdir(), 'ser-demo-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  await vite.build({
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    // The default follows the machine's environment, which test runners set in ways of their own.
    mode: 'production',
    build: { outDir, emptyOutDir: true, reportCompressedSize: false },
  });
  return outDir;
}
