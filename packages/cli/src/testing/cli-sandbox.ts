import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { type CliRun, runCli } from './run-cli.ts';
import { toneWav } from './tone-wav.ts';

/** A folder of its own for each test of a file, and `ser` run in it. */
export interface CliSandbox {
  /** The folder of the test that runs. */
  readonly folder: string;
  ser(...args: string[]): Promise<CliRun>;
  put(file: string, bytes: Uint8Array | string): void;
  /** Puts two sound clips, one cut in the middle, a text, and a wrong name into `data`. */
  putClips(): void;
}

/** Makes the folder before each test and removes it after. */
export function cliSandbox(): CliSandbox {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ser-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const put = (file: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  };
  return {
    get folder() {
      return folder;
    },
    ser: (...args) => runCli(args, { cwd: folder }),
    put,
    putClips() {
      put('data/Actor_01/03-01-01-01-01-01-01.wav', toneWav(3, 220));
      put('data/Actor_02/03-02-05-01-01-01-02.wav', toneWav(3.5, 330));
      put('data/Actor_02/03-01-05-01-01-01-02.wav', toneWav(3, 440).subarray(0, 5000));
      put('data/Actor_02/03-01-06-01-01-01-02.wav', 'not a sound');
      put('data/Actor_02/hello.wav', toneWav(3, 550));
    },
  };
}
