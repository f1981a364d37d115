import { expect, it } from 'vitest';
import { ExperimentError } from '../experiment-error.ts';
import { printable } from './printable.ts';

it.each([
  ['plain – text', 'plain – text'],
  ['a\u001b[2Jb', 'a\\x1b[2Jb'],
  ['bell\u0007 and\nline', 'bell\\x07 and\\nline'],
  ['\u202egnp.wav', '\\u202egnp.wav'],
])('shows %j', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

it('is how names stand in errors', () => {
  expect(new ExperimentError('bad-table', 'the label \u001b[2J').message).toBe(
    'the label \\x1b[2J',
  );
});
