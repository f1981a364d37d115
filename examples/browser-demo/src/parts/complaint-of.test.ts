import { expect, it } from 'vitest';
import { complaintOf } from './complaint-of.ts';

it.each<[unknown, string]>([
  [new Error('decodeWav: a must be a WAV file, got text'), 'a must be a WAV file, got text'],
  [new Error('Classifier.load: no weights'), 'no weights'],
  [new Error('No run is kept here: train anew.'), 'No run is kept here: train anew.'],
  [{ message: 'mfcc: no' }, 'no'],
  ['aborted', 'aborted'],
  [undefined, 'undefined'],
])('of %o says %s', (error, words) => {
  expect(complaintOf(error)).toBe(words);
});
