import { expect, test } from 'vitest';
import { fromFiles } from './from-files.ts';

const NAME = '03-01-01-01-01-01-01.wav';

test('a file becomes a clip with what its name says', async () => {
  const { value } = await fromFiles([new File(['x'], NAME)]).next();
  expect(value).toMatchObject({
    id: '03-01-01-01-01-01-01',
    file: NAME,
    info: { actor: 1, label: 'neutral', speaker: '01', condition: 'speech' },
  });
});

test('a file with another name is a problem', async () => {
  const problems: unknown[] = [];
  const files = [new File(['x'], NAME), new File(['x'], 'me.wav')];
  await fromFiles(files, { onProblem: (problem) => problems.push(problem) }).next();
  expect(problems).toMatchObject([{ code: 'bad-filename', file: 'me.wav' }]);
});

test('a file with another name is thrown without an `onProblem`', async () => {
  await expect(fromFiles([new File(['x'], 'me.wav')]).next()).rejects.toMatchObject({
    code: 'bad-filename',
    file: 'me.wav',
  });
});

test('where there are no clips, the error shows how one is named', async () => {
  await expect(fromFiles([]).next()).rejects.toMatchObject({
    code: 'no-clips',
    message:
      'fromFiles: `files` must hold clips such as Actor_01/03-01-06-01-02-01-01.wav, ' +
      'got none among 0 .wav files',
  });
});
