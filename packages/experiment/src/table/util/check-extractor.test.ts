import { presets } from '@ser/features';
import { expect, it } from 'vitest';
import { fakeExtractor } from '../../testing/fake-extract.ts';
import { checkExtractor } from './check-extractor.ts';

const check = (extractor: unknown) =>
  checkExtractor('readParquet', 'extractor', extractor as never);

it('gives the preset of a name, a configuration as it is, and nothing for nothing', () => {
  expect(check('prosody')).toBe(presets.prosody);
  expect(check(fakeExtractor)).toEqual(fakeExtractor);
  expect(check(undefined)).toBeUndefined();
});

it.each([
  [
    'mfcc',
    /must be a configuration or one of summary162, librosa193, logMel, mfccDeltas, prosody, functionals, egemaps, egemapsLld, voiceQuality, formants, pyin, kaldiFbank, kaldiMfcc, got mfcc$/,
  ],
  [{ ...fakeExtractor, sampleRate: 0 }, /is none: parseExtractorConfig: `sampleRate` must be/],
  [null, /is none: parseExtractorConfig: /],
])('refuses %j', (extractor, message) => {
  expect(() => check(extractor)).toThrow(
    expect.objectContaining({
      code: 'bad-argument',
      message: expect.stringMatching(new RegExp(`^readParquet: \`extractor\` ${message.source}`)),
    }),
  );
});
