import { exec, execFile, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { testWith } from '@ser/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userFolder } from './console/command-name.ts';
import { reportError } from './console/report-error.ts';
import { createOutlineProgram } from './outline-program.ts';
import { MAIN } from './testing/run-process.ts';
import { putSampleClips } from './testing/sample-clips.ts';
import { sandboxPerTest } from './testing/sandbox.ts';

vi.mock('./outline-program.ts', () => ({ createOutlineProgram: vi.fn() }));
vi.mock('./console/command-name.ts', { spy: true });
vi.mock('./console/report-error.ts', { spy: true });

const havePnpm = spawnSync('pnpm', ['--version']).status === 0;

describe('what the main file does', () => {
  const streams = [process.stdout, process.stderr] as const;
  const { exitCode } = process;
  const home = process.cwd();
  const parseAsync = vi.fn();
  let before: ((error: Error) => void)[][];
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
  beforeEach(() => {
    vi.resetModules();
    write.mockClear();
    exit.mockClear();
    before = streams.map((stream) => stream.listeners('error') as (() => void)[]);
    vi.mocked(createOutlineProgram).mockReturnValue({ parseAsync } as never);
    parseAsync.mockReset();
    vi.mocked(userFolder).mockReturnValue(undefined);
  });
  afterEach(() => {
    streams.forEach((stream, i) => {
      for (const listener of stream.listeners('error'))
        if (!before[i].includes(listener as never)) stream.off('error', listener as never);
    });
    process.exitCode = exitCode;
    process.chdir(home);
  });
  /** Starts the main file, and gives what it does where one of the streams fails. */
  const start = async (): Promise<((code: string) => unknown)[]> => {
    await import('./main.ts');
    return streams.map((stream, i) => (code) => {
      const [own] = stream.listeners('error').filter((one) => !before[i].includes(one as never));
      return own.call(stream, Object.assign(new Error('it is closed'), { code }));
    });
  };

  it('is to run the program on the arguments of the process', async () => {
    await start();
    expect(parseAsync).toHaveBeenCalledExactlyOnceWith();
    expect(reportError).not.toHaveBeenCalled();
  });

  it('is to report an error, and to exit with its code once all is written', async () => {
    const error = new Error('no');
    parseAsync.mockRejectedValue(error);
    vi.mocked(reportError).mockReturnValueOnce(130);
    await start();
    expect(reportError).toHaveBeenCalledExactlyOnceWith(error);
    expect(process.exitCode).toBe(130);
    expect(exit).not.toHaveBeenCalled();
  });

  it('is to go to the user’s folder first', async () => {
    vi.mocked(userFolder).mockReturnValue(tmpdir());
    let cwd = '';
    parseAsync.mockImplementation(() => {
      cwd = process.cwd();
    });
    await start();
    expect(cwd).toBe(tmpdir());
  });

  it('is to end quietly where its reader has seen enough', async () => {
    const [stdout] = await start();
    stdout('EPIPE');
    expect(exit).toHaveBeenCalledExactlyOnceWith(0);
    expect(write).not.toHaveBeenCalled();
  });

  it('is to say where its output goes nowhere for another reason', async () => {
    const [stdout] = await start();
    stdout('ENOSPC');
    expect(exit).toHaveBeenCalledExactlyOnceWith(1);
    expect(write).toHaveBeenCalledExactlyOnceWith('error: stdout: it is closed\n');
  });

  it('is to go on where nobody reads its messages', async () => {
    const [, stderr] = await start();
    stderr('EPIPE');
    expect(exit).not.toHaveBeenCalled();
  });
});

describe('the process of ser', () => {
  const sandbox = sandboxPerTest();

  it('fails with 1 and a line, and without a stack', async () => {
    const { code, stdout, stderr } = await sandbox.serProcess(['inspect', '--data', 'nowhere']);
    expect(stderr).toMatch(/^error: [^\n]*nowhere[^\n]*\n$/);
    expect([code, stdout]).toEqual([1, '']);
  });

  it('ends quietly when its reader has seen enough', async () => {
    putSampleClips(sandbox);
    const ser = `"${process.execPath}" --conditions=@ser/source "${MAIN}"`;
    const command = `${ser} features data/Actor_01/*.wav data/Actor_02/hello.wav | head -1`;
    const { stdout, stderr } = await promisify(exec)(command, { cwd: sandbox.folder });
    expect(stdout).toBe('data/Actor_01/03-01-01-01-01-01-01.wav\n');
    expect(stderr).toBe('');
  });

  // Whoever runs these tests through pnpm has it in the path; npx would wait for another npx.
  testWith({ have: havePnpm, reason: 'pnpm is not in the path' })(
    'goes by the user’s folder as a script of the repository, and calls itself so',
    async () => {
      // The folder of all packages, in which no package is.
      const cwd = join(dirname(MAIN), '../..');
      const args = ['--silent', 'ser', 'evaluate', '--model', 'cli'];
      const { stderr } = await promisify(execFile)('pnpm', args, { cwd }).catch((error) => error);
      expect(stderr).toContain('error: --model cli must be the folder of a finished run; it holds');
      expect(stderr).toMatch(/with `(npx -y )?pnpm(@\d+)? ser train/);
    },
  );
});
