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

test.each([
  ['ab', 2],
  ['abc', 1],
])('a name of "%s" without its extension is taken for the file\'s: %d groups', (stem, groups) => {
  const stems = [stem, stem.replace('a', 'x')];
  const problems = stems.map((each) => ({
    file: `${each}.wav`,
    code: 'x',
    message: `describe: ${each} is none`,
  }));
  expect(groupProblems(problems)).toHaveLength(groups);
});

test.each([
  ['01.wav', 'x: 101.wav'],
  ['01.wav', 'x: 01.wave'],
  ['a.wav', 'x: _a.wav'],
  ['a.wav', 'x: äa.wav'],
  ['a.wav', 'x: \u{1d49c}a.wav'],
])('the name %s is not found within a longer word of "%s"', (file, message) => {
  const problems = [
    { file, code: 'x', message },
    { file: 'other.wav', code: 'x', message: message.replace(file, 'other.wav') },
  ];
  expect(groupProblems(problems)).toHaveLength(2);
});

test('a name is found at every place, also right behind one that is none', () => {
  const message = (name: string): string => `x${name} ${name}: "${name}", (${name})${name}`;
  const same = ['aa.wav', 'bb.wav'].map((file) => ({ file, code: 'x', message: message(file) }));
  // The first stands within a word, in another word for each.
  expect(groupProblems(same)).toHaveLength(2);
  const bare = same.map((each) => ({ ...each, message: each.message.slice(each.file.length + 1) }));
  expect(groupProblems(bare)).toHaveLength(1);
});

test('the examples are three files, each once', () => {
  const files = ['1.wav', '1.wav', '2.wav', '3.wav', '2.wav', '4.wav'];
  const problems = files.map((file) => ({ file, code: 'x', message: 'the same' }));
  expect(groupProblems(problems)).toEqual([
    { code: 'x', message: 'the same', count: 6, examples: ['1.wav', '2.wav', '3.wav'] },
  ]);
});

test('the path, the name and the name without extension are one, with either slash', () => {
  const problem = (folder: string, name: string) => ({
    file: `${folder}${name}.wav`,
    code: 'x',
    message: `f: ${folder}${name}.wav, which is ${name}.wav, must be ${name}`,
  });
  const problems = [problem('/a b/', 'one'), problem('C:\\x\\', 'two'), problem('', 'three')];
  expect(groupProblems(problems)).toMatchObject([{ count: 3 }]);
});

test('no problems are no groups', () => {
  expect(groupProblems([])).toEqual([]);
});
