import { describe, expect, it, test } from 'vitest';
import { isCandidate } from '../sources/util/is-candidate.ts';
import { byCodeUnit } from './by-code-unit.ts';
import { checkSize } from './check-size.ts';
import { unreadableError } from './unreadable-error.ts';

test('a file of 1 GiB may be read, and one of a byte more may not', () => {
  expect(() => checkSize('f', 'a.wav', 1_073_741_824)).not.toThrow();
  expect(() => checkSize('f', 'a.wav', 1_073_741_825)).toThrow(
    expect.objectContaining({
      code: 'unreadable-file',
      file: 'a.wav',
      message:
        'f: a.wav must have at most 1073741824 bytes, got 1073741825 ' +
        '(cut it into clips of an utterance each)',
    }),
  );
});

describe('what keeps a file from being read', () => {
  it.each([
    [{ code: 'EACCES' }, ' (give yourself the right to read it)'],
    [{ code: 'EPERM' }, ' (give yourself the right to read it)'],
    [{ code: 'ENOENT' }, ' (it was there when the files were listed; list them again)'],
    [{ name: 'NotFoundError' }, ' (it was there when the files were listed; pick them again)'],
    [{ name: 'NotReadableError' }, ' (it may have changed since it was picked; pick it again)'],
    [{ code: 'EISDIR' }, ' (a folder has its name; list the files again)'],
    [{ code: 'EIO' }, ' (its disk fails to give it; copy it from where it came from)'],
    [{ code: 'EMFILE' }, ' (this program has too many files open; read fewer at a time)'],
    [{ code: 'EOTHER' }, ''],
  ])('%j is told with its remedy', (fields, remedy) => {
    const cause = Object.assign(new Error('why'), fields);
    expect(unreadableError('f', 'unreadable-directory', 'a', cause)).toMatchObject({
      code: 'unreadable-directory',
      file: 'a',
      cause,
      message: `f: a must be readable, got: why${remedy}`,
    });
  });

  it('may be no error at all', () => {
    expect(unreadableError('f', 'unreadable-file', 'a', 'a pipe').message).toBe(
      'f: a must be readable, got: a pipe',
    );
    expect(unreadableError('f', 'unreadable-file', 'a', undefined).message).toContain('undefined');
  });
});

test.each([
  ['a.wav', true],
  ['A.WAV', true],
  ['x/y/a.wav', true],
  ['x\\y\\a.wav', true],
  ['./a.wav', true],
  ['../a.wav', true],
  ['a.b.wav', true],
  ['a.wave', false],
  ['awav', false],
  ['a.wav.txt', false],
  ['._a.wav', false],
  ['.x/a.wav', false],
  ['x\\.y\\a.wav', false],
  ['__MACOSX/a.wav', false],
  ['x/__MACOSX/y/a.wav', false],
  ['__macosx/a.wav', true],
  ['x__MACOSX/a.wav', true],
  ['..x/a.wav', false],
])('%s is looked at by a source: %s', (path, is) => {
  expect(isCandidate(path, ['.wav'])).toBe(is);
});

test('texts are ordered by their code units, whatever the language', () => {
  const sorted = ['B', 'a', 'ab', 'b', 'ä', 'ﬀ', '\u{1f600}'];
  expect(['\u{1f600}', 'ﬀ', 'ab', 'ä', 'b', 'a', 'B'].sort(byCodeUnit)).toEqual(
    sorted.toSorted((a, b) => (a < b ? -1 : 1)),
  );
  expect(byCodeUnit('a', 'a')).toBe(0);
});
