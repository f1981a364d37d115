import { expect, test } from 'vitest';
import { groupProblems } from './group-problems.ts';

const named = (file: string, code = 'bad-filename') => ({
  file,
  code,
  message: `describe: ${file.split('/').pop()} must be like 01.wav, got "${file}"`,
});

test('problems that differ in names alone are one, with three examples', () => {
  const files = ['/a/1001_DFA.wav', '/a/1001_IEO.wav', '/b/1002_DFA.wav', '/b/1.wav'];
  expect(groupProblems(files.map((file) => named(file)))).toEqual([
    {
      code: 'bad-filename',
      message: named(files[0]).message,
      count: 4,
      examples: files.slice(0, 3),
    },
  ]);
});

test('other codes and other messages are groups of their own, in order', () => {
  const other = { ...named('c.wav'), message: 'c.wav must be one recording' };
  const problems = [named('a.wav'), other, named('b.wav', 'no-label'), named('b.wav')];
  expect(groupProblems(problems).map(({ code, count }) => [code, count])).toEqual([
    ['bad-filename', 2],
    ['bad-filename', 1],
    ['no-label', 1],
  ]);
});

test('a message with the path below the root is like another', () => {
  const problem = (name: string) => ({
    file: `/data/${name}`,
    code: 'no-label',
    message: `labelsFromCsv: \`text\` must have one row for ${name}, got none`,
  });
  expect(groupProblems([problem('a/1.wav'), problem('b/c/2.wav')])).toHaveLength(1);
});

test.each(['', '$&', '.*', '__proto__', 'a(b.wav', '\u001b[2J'])('the name %j groups', (file) => {
  const problem = { file, code: 'constructor', message: `x: ${file} must be y` };
  expect(groupProblems([problem, problem])).toMatchObject([{ count: 2, examples: [file] }]);
});

test('no problems are no groups', () => {
  expect(groupProblems([])).toEqual([]);
});
