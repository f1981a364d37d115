import { NAMING_SCHEMES } from '@ser/corpus';
import { expect, it } from 'vitest';
import type { LabelSource } from './labelling.ts';
import { misfitError } from './misfit.ts';

const problem = (file: string, code = 'no-label') => ({ file, code, message: '' });
const emodb: LabelSource = { kind: 'scheme', scheme: NAMING_SCHEMES.get('emodb') as never };
const error = (from: LabelSource | null, files: string[], paths = ['./data/']) =>
  misfitError({ name: 'RAVDESS', from, paths, problems: files.map((file) => problem(file)) });

it.each<[LabelSource | null, string]>([
  [null, 'is named as those of RAVDESS are'],
  [emodb, 'is named as those of emodb are, such as 03a01Fa.wav'],
  [{ kind: 'folders', speaker: 'none' }, 'lies in a folder of its label below it'],
  [{ kind: 'folders', speaker: 'parent' }, 'lies in SPEAKER/LABEL/'],
  [{ kind: 'csv', file: '/x/my.csv', sha256: '', columns: {} }, 'has a row in my.csv'],
])('says what should have told the labels: %#', (from, words) => {
  const found = error(from, ['data/a b.wav']);
  expect(found?.message).toBe(
    `./data/ holds no clip that ${words}; the one file there is such as a b.wav`,
  );
  expect(found?.hint).toContain('--labels FILE.csv');
  expect(found).toMatchObject({ code: 'no-clips', exitCode: 1 });
});

it('names the known corpus that the files are of', () => {
  const files = ['data/1001_DFA_ANG_XX.wav', 'data/1001_DFA_SAD_XX.wav', 'data/notes.wav'];
  const found = error(null, files);
  expect(found?.message).toContain('the 3 files there are such as 1001_DFA_ANG_XX.wav');
  expect(found?.hint).toBe('They are named as those of crema-d: add --labels crema-d');
});

it('does not name the scheme that was tried', () => {
  expect(error(emodb, ['data/03a01Fa.wav'])?.hint).toContain('--labels FILE.csv');
});

it('is undefined where the files’ names are not to blame', () => {
  const problems = [problem('a.wav', 'unreadable-file')];
  expect(misfitError({ name: 'x', from: null, paths: ['a'], problems })).toBeUndefined();
});
