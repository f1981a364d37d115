import { groupProblems, type Problem } from '@ser/corpus';
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

test('7,442 names of CREMA-D are one group of problems, which says whose they are', async () => {
  const problems: Problem[] = [];
  const emotions = ['ANG', 'DIS', 'FEA', 'HAP', 'NEU', 'SAD'];
  const names = Array.from(
    { length: 7442 },
    (_, i) => `${1001 + (i % 91)}_IEO_${emotions[i % 6]}_${['LO', 'MD', 'HI', 'XX'][i % 4]}.wav`,
  );
  const clips = fromFiles(
    names.map((name) => new File(['x'], name)),
    { onProblem: (problem) => problems.push(problem) },
  );
  await expect(clips.next()).rejects.toMatchObject({ code: 'no-clips' });
  expect(problems).toHaveLength(7442);
  expect(groupProblems(problems)).toMatchObject([
    { code: 'bad-filename', count: 7442, message: expect.stringContaining('a name of CREMA-D') },
  ]);
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
