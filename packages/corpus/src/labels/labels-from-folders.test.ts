import { describe, expect, it } from 'vitest';
import { labelsFromFolders } from './labels-from-folders.ts';

describe('labelsFromFolders', () => {
  it('takes the folder of a file for its label', () => {
    expect(labelsFromFolders()('a/happy/7.wav')).toEqual({ label: 'happy', speaker: '' });
  });

  it('takes the folder above as the speaker with `parent`', () => {
    const describe = labelsFromFolders({ speaker: 'parent' });
    expect(describe('a/ann/happy/7.wav')).toEqual({ label: 'happy', speaker: 'ann' });
  });

  it('refuses a file that is in no folder', () => {
    expect(() => labelsFromFolders()('7.wav')).toThrow(
      expect.objectContaining({
        code: 'no-label',
        message: 'labelsFromFolders: a file must lie in LABEL/, got 7.wav',
      }),
    );
  });

  it('refuses a file without a folder for the speaker', () => {
    expect(() => labelsFromFolders({ speaker: 'parent' })('happy/7.wav')).toThrow(
      expect.objectContaining({
        code: 'no-label',
        message: 'labelsFromFolders: a file must lie in SPEAKER/LABEL/, got happy/7.wav',
      }),
    );
  });

  it('takes only folders for names, and says `none` where it is told so', () => {
    expect(labelsFromFolders({ speaker: 'none' })('ann/happy/7.wav')).toEqual({
      label: 'happy',
      speaker: '',
    });
    expect(() => labelsFromFolders({ speaker: 'child' as never })).toThrow(
      'labelsFromFolders: `speaker` must be parent or none, got "child"',
    );
  });

  it('names the file that is in no folder', () => {
    expect(() => labelsFromFolders()('7.wav')).toThrow(expect.objectContaining({ file: '7.wav' }));
  });

  it('refuses another place for the speaker', () => {
    expect(() => labelsFromFolders({ speaker: 'child' as never })).toThrow(
      expect.objectContaining({ code: 'bad-argument' }),
    );
  });
});

it('composes names, which file systems write in two ways', () => {
  const read = labelsFromFolders({ speaker: 'parent' });
  const expected = { label: 'Col\u00e8re', speaker: 'Zo\u00e9' };
  expect(read('Zoe\u0301/Cole\u0300re/1.wav')).toEqual(expected);
  expect(read('Zo\u00e9/Col\u00e8re/1.wav')).toEqual(expected);
});
