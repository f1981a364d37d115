import { expect, test } from 'vitest';
import { reportCheck } from './report-check.ts';

test('each kind of row has its line', () => {
  const lines = reportCheck('frames', {
    fallen: [{ key: 'stft, beside librosa', was: 2, is: 1.5 }],
    unmeasured: [{ key: 'mfcc, beside librosa', reason: 'no Python' }],
    unknown: ['yin, beside librosa'],
  });
  expect(lines).toEqual([
    'fell: frames: stft, beside librosa: 2.00 × to 1.50 ×',
    'not measured: frames: mfcc, beside librosa: no Python',
    'not on the page: frames: yin, beside librosa',
  ]);
});
