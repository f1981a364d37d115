import { CorpusError } from '@ser/corpus';
import { FeatureError } from '@ser/features';
import { ModelError } from '@ser/model/linear';
import { describe, expect, it } from 'vitest';
import { RecognizerError } from './recognizer-error.ts';
import { toRecognizerError } from './util/to-recognizer-error.ts';

describe('isInstance', () => {
  it('knows errors of another copy of this package', () => {
    const foreign = Object.assign(new Error('x'), { name: 'RecognizerError', code: 'stereo' });
    expect(RecognizerError.isInstance(foreign)).toBe(true);
    expect(RecognizerError.isInstance(new RecognizerError('stereo', 'x'))).toBe(true);
  });

  it.each([null, 'x', new Error('x'), { name: 'RecognizerError', code: 'stereo' }])(
    'does not take %o for one',
    (value) => {
      expect(RecognizerError.isInstance(value)).toBe(false);
    },
  );
});

describe('toRecognizerError', () => {
  it.each([
    [new FeatureError('bad-audio', 'extract: NaN'), 'bad-audio'],
    [new FeatureError('too-short', 'x'), 'too-short'],
    [new FeatureError('lost-worker', 'x'), 'bad-model'],
    [new ModelError('corrupt-model', 'x'), 'bad-model'],
    [new ModelError('bad-argument', 'x'), 'bad-argument'],
    [new CorpusError('not-wav', 'x'), 'bad-model'],
  ])('of %o has the code %s', (cause, code) => {
    const message = `recognize: ${cause.message}; do`;
    expect(toRecognizerError('recognize', cause, 'bad-model', 'do')).toMatchObject({
      name: 'RecognizerError',
      code,
      message,
      cause,
    });
  });

  it('leaves other errors and values as they are', () => {
    for (const value of [new TypeError('x'), 'reason', undefined]) {
      expect(toRecognizerError('recognize', value, 'bad-model')).toBe(value);
    }
  });
});
