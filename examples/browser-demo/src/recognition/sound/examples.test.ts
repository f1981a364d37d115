import { decodeWav } from '@ser/corpus';
import { hasSpeech } from '@ser/recognizer';
import { expect, it } from 'vitest';
import { encodeWav } from './encode-wav.ts';
import { type ExampleName, makeExample } from './examples.ts';

it.each<[ExampleName, seconds: number, speech: boolean]>([
  ['lively', 3.2, true],
  ['low', 3.6, true],
  ['changing', 42, true],
  ['hum', 4, false],
])('%s lasts %d s, and that it is speech is %j', (name, seconds, speech) => {
  const audio = makeExample(name);
  expect(audio.samples.length / audio.sampleRate).toBe(seconds);
  expect(hasSpeech(audio)).toBe(speech);
});

it('is the same each time, and stays below full scale', () => {
  const { samples } = makeExample('lively');
  expect(makeExample('lively').samples).toEqual(samples);
  expect(Math.max(...samples)).toBeLessThan(1);
});

it('is written as a WAV of 16 bits that reads as it was', () => {
  const audio = makeExample('low');
  const { samples, sampleRate } = decodeWav(encodeWav(audio));
  expect(sampleRate).toBe(16_000);
  // Half a step of 16 bits, and the full scale of 32768 for 32767.
  expect(samples).toBeAllclose(audio.samples, { rtol: 1e-4, atol: 0.6 / 32768 });
});
