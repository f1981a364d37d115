import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { bundle } from '@ser/browser-testing';
import { expect, test } from 'vitest';

test('`import { mfcc }` loads less than 17 kB, transforms and kernels included', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ser-bundle-'));
  try {
    const entry = join(folder, 'entry.js');
    const source = fileURLToPath(new URL('./index.ts', import.meta.url));
    await writeFile(entry, `export { mfcc } from ${JSON.stringify(source)};`);
    const code = await bundle(entry, 'ser');
    expect(code).toContain('nMfcc');
    const size = gzipSync(code, { level: 9 }).length;
    expect(size).toBeLessThan(17_000);
  } finally {
    await rm(folder, { recursive: true });
  }
});
