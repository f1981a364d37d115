import { expect, it } from 'vitest';
import { ExperimentError } from '../experiment-error.ts';
import { printable } from './printable.ts';

it.each([
  ['plain – text', 'plain – text'],
  ['a\u001b[2Jb', 'a\\u{1b}[2Jb'],
  ['bell\u0007 and\nline', 'bell\\u{7} and\\u{a}line'],
  ['\u202egnp.wav', '\\u{202e}gnp.wav'],
])('shows %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

it('is how names stand in errors', () => {
  expect(new ExperimentError('bad-table', 'the label \u001b[2J').message).toBe(
    'the label \\u{1b}[2J',
  );
});
