import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

let building: Promise<string> | undefined;

/** A folder with the built site. It is built once for all files of a test process. */
export function builtSite(): Promise<string> {
  building ??= build();
  return building;
}

/** Builds as `npm run build` does. In a process of its own, since test runners say NODE_ENV=test. */
async function build(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const outDir = mkdtempSync(join(tmpdir(), 'ser-demo-'));
  process.on('exit', () => rmSync(outDir, { recursive: true, force: true }));
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', root, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'error'],
    { env },
  );
  return outDir;
}
