import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { CliRun, InProcessOptions } from './run-in-process.ts';
import type { ProcessOptions } from './run-process.ts';

/** A folder, and `ser` run in it. */
export interface Sandbox {
  /** Its path; it is there while tests run. */
  readonly folder: string;
  /** Runs `ser` in this process. */
  ser(...args: string[]): Promise<CliRun>;
  /** Runs `ser` in this process and presses Ctrl-C where a line of stderr has this text. */
  serInterrupted(interruptAt: string, ...args: string[]): Promise<CliRun>;
  /** Runs `ser` in a process of its own. */
  serProcess(args: readonly string[], options?: Omit<ProcessOptions, 'cwd'>): Promise<CliRun>;
  /** Runs `ser --json` in this process and returns its value, which the test names the type of. */
  json<T = unknown>(...args: string[]): Promise<T>;
  put(file: string, content: Uint8Array | string): void;
  bytes(file: string): Buffer;
  text(file: string): string;
  /** Names in a folder, sorted. */
  list(folder?: string): string[];
}

/** A sandbox that is empty for each test. */
export function sandboxPerTest(): Sandbox {
  const { sandbox, make, remove } = makeSandbox();
  beforeEach(make);
  afterEach(remove);
  return sandbox;
}

/** A sandbox that the tests of a `describe`, or of a file, share. */
export function sharedSandbox(): Sandbox {
  const { sandbox, make, remove } = makeSandbox();
  beforeAll(make);
  afterAll(remove);
  return sandbox;
}

function makeSandbox(): { sandbox: Sandbox; make: () => void; remove: () => void } {
  let folder = '';
  // Most tests need the folder alone, and no program, which is slow to import.
  const run = async (args: readonly string[], options?: Omit<InProcessOptions, 'cwd'>) => {
    const { runInProcess } = await import('./run-in-process.ts');
    return runInProcess(args, { cwd: folder, ...options });
  };
  const bytes = (file: string): Buffer => readFileSync(join(folder, file));
  const sandbox: Sandbox = {
    get folder() {
      return folder;
    },
    ser: (...args) => run(args),
    serInterrupted: (interruptAt, ...args) => run(args, { interruptAt }),
    serProcess: async (args, options) => {
      const { runProcess } = await import('./run-process.ts');
      return runProcess(args, { cwd: folder, ...options });
    },
    json: async (...args) => {
      const { stdout, stderr } = await run([...args, '--json']);
      if (stdout === '') throw new Error(`ser ${args.join(' ')} printed no JSON: ${stderr}`);
      return JSON.parse(stdout);
    },
    put(file, content) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    },
    bytes,
    text: (file) => bytes(file).toString('utf8'),
    list: (name = '.') => readdirSync(join(folder, name)).sort(),
  };
  return {
    sandbox,
    make() {
      folder = mkdtempSync(join(tmpdir(), 'ser-cli-'));
    },
    remove() {
      rmSync(folder, { recursive: true });
      rmSync(`${folder}-cache`, { recursive: true, force: true });
    },
  };
}
