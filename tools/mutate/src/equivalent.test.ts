import { expect, test } from 'vitest';
import { described, isListed } from './equivalent.ts';

const text = 'const a = 1;\nfor (;;) {\n  wait();\n}\n';
const mutant = { file: 'a.ts', mutator: 'BlockStatement', start: 22, end: 35, replacement: '{}' };

test('is described in one line', () => {
  expect(described(mutant, text)).toEqual({
    file: 'a.ts',
    mutator: 'BlockStatement',
    original: '{ wait(); }',
    replacement: '{}',
  });
});

test('is found again after a change elsewhere in the file', () => {
  const list = [{ ...described(mutant, text), reason: 'nobody waits' }];
  const moved = { ...mutant, start: mutant.start + 4, end: mutant.end + 4 };
  expect(isListed(moved, `// \n${text}`, list)).toBe(true);
});

test.each([
  ['file', { file: 'b.ts' }],
  ['kind', { mutator: 'Number' }],
  ['replacement', { replacement: '{ }' }],
  ['place', { end: 34 }],
])('another %s is another mutant', (_, change) => {
  const list = [{ ...described(mutant, text), reason: 'nobody waits' }];
  expect(isListed({ ...mutant, ...change }, text, list)).toBe(false);
});
