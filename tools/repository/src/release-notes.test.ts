import { expect, test } from 'vitest';
import { changesOf, releaseNotes } from './release-notes.ts';

const CHANGELOG = `# @ser/eval

## 0.2.0

### Minor Changes

- abc: Two.

## 0.1.0

### Minor Changes

- def: One.
`;

test('a version has its own section, the first and the last', () => {
  expect(changesOf(CHANGELOG, '0.2.0')).toBe('### Minor Changes\n\n- abc: Two.');
  expect(changesOf(CHANGELOG, '0.1.0')).toBe('### Minor Changes\n\n- def: One.');
});

test('a version that is not there has none', () => {
  expect(changesOf(CHANGELOG, '0.2')).toBe('');
  expect(changesOf('', '0.1.0')).toBe('');
});

test('the notes name every package', () => {
  const notes = releaseNotes([
    { name: '@ser/eval', version: '0.2.0', changelog: CHANGELOG },
    { name: '@ser/cli', version: '0.0.0', changelog: '' },
  ]);
  expect(notes).toBe(
    '## @ser/eval 0.2.0\n\n### Minor Changes\n\n- abc: Two.\n\n' +
      '## @ser/cli 0.0.0\n\nNo changes of its own.\n',
  );
});
