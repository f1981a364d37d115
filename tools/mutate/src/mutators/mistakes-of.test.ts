import { expect, test } from 'vitest';
import { mistakesOf } from './mistakes-of.ts';

/** The texts with each mistake of the kinds in them. */
async function mistaken(text: string, ...kinds: string[]): Promise<string[]> {
  return (await mistakesOf(text))
    .filter(({ mutator }) => kinds.includes(mutator))
    .map(({ start, end, replacement }) => text.slice(0, start) + replacement + text.slice(end));
}

test('a number becomes another number', async () => {
  expect(await mistaken('const a = [0, 7, 0.25];', 'Number')).toEqual([
    'const a = [1, 7, 0.25];',
    'const a = [0, 8, 0.25];',
    'const a = [0, 7, 0.5];',
  ]);
});

test('a number of a type is left alone', async () => {
  expect(await mistaken('type A = 3;\nlet b: 4 | 5;', 'Number')).toEqual([]);
});

test('each option of a call is dropped in turn, spread ones too', async () => {
  expect(await mistaken('f(x, { a, b: 2, ...c });', 'DroppedOption')).toEqual([
    'f(x, { b: 2, ...c });',
    'f(x, { a, ...c });',
    'f(x, { a, b: 2,  });',
  ]);
});

test('the last of several arguments is dropped', async () => {
  expect(await mistaken('f(x, options); g(x); new H(a, b);', 'DroppedArgument')).toEqual([
    'f(x); g(x); new H(a, b);',
    'f(x, options); g(x); new H(a);',
  ]);
});

test('a step is left out', async () => {
  expect(await mistaken('await sync(f);\na = 1;\nconst b = g();', 'DroppedStatement')).toEqual([
    ';\na = 1;\nconst b = g();',
    'await sync(f);\n;\nconst b = g();',
  ]);
});

test('Stryker’s mistakes stand where they should, after the first line too', async () => {
  const text = 'const a = 1;\n\nexport const b = (c: number): number => c + 1;';
  expect(await mistaken(text, 'ArithmeticOperator')).toEqual([text.replace('c + 1', 'c - 1')]);
});

test('the words of errors are left alone, and what throws them is not', async () => {
  const text = "if (a > 2) throw new RangeError('a is ' + 'large');";
  const kinds = new Set((await mistakesOf(text)).map(({ mutator }) => mutator));
  expect([...kinds].sort()).toEqual(['ConditionalExpression', 'EqualityOperator', 'Number']);
});

test('a list of option names is left alone, and other records are not', async () => {
  expect(await mistakesOf('const A_OPTIONS: OptionNames<A> = { a: true, b: true };')).toEqual([]);
  expect(await mistaken('const a: Names<A> = { b: true };', 'BooleanLiteral')).toHaveLength(1);
});
