import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createProgram } from '@ser/cli';
import { seeded } from '@ser/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import wavefile from 'wavefile';

const EPOCHS = 2;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ser-example-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a file of this folder as its README says. @returns what it printed */
async function run(file: string, ...args: string[]): Promise<string> {
  const script = fileURLToPath(new URL(file, import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=@ser/source', script, ...args],
    { cwd: folder },
  );
  return stdout;
}
