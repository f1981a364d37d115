import { expect, it } from 'vitest';
import { CliError } from '../console/cli-error.ts';
import { Problems } from '../console/problems.ts';
import { sandboxPerTest } from '../testing/sandbox.ts';
import { eachFile } from './each-file.ts';

const sandbox = sandboxPerTest();

it('blames no file for what ended with Ctrl-C', async () => {
  sandbox.put('a.wav', '');
  const controller = new AbortController();
  const problems = new Problems();
  const work = eachFile(
    [`${sandbox.folder}/a.wav`],
    { problems, signal: controller.signal },
    async () => {
      controller.abort(new Error('Ctrl-C'));
      throw new CliError('unreadable-file', 'nothing came');
    },
  );
  await expect(work).rejects.toThrow('Ctrl-C');
  expect(problems.list).toEqual([]);
});
