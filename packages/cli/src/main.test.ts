import { exec, execFile, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { testWith } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { MAIN } from './testing/run-process.ts';
import { putSampleClips } from './testing/sample-clips.ts';
import { sandboxPerTest } from './testing/sandbox.ts';

const sandbox = sandboxPerTest();
const { serProcess } = sandbox;
const havePnpm = spawnSync('pnpm', ['--version']).status === 0;

describe('the process of ser', () => {
  it('prints the version of the package', async () => {
    expect(await serProcess(['--version'])).toEqual({
      code: 0,
      stdout: `${manifest.version}\n`,
      stderr: '',
    });
  });

  it('exits with 2 on wrong usage', async () => {
    expect((await serProcess(['dance'])).code).toBe(2);
  });

  it('exits with 1 on failure, without a stack', async () => {
    const { code, stderr } = await serProcess(['inspect', '--data', 'nowhere']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: [^\n]*nowhere[^\n]*\n$/);
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

  it('ends quietly when its reader has seen enough', async () => {
    putSampleClips(sandbox);
    const ser = `"${process.execPath}" --conditions=@ser/source "${MAIN}"`;
    const command = `${ser} features data/Actor_01/*.wav data/Actor_02/hello.wav | head -1`;
    const { stdout, stderr } = await promisify(exec)(command, { cwd: sandbox.folder });
    expect(stdout).toBe('data/Actor_01/03-01-01-01-01-01-01.wav\n');
    expect(stderr).toBe('');
  });
});
