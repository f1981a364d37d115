import { describe, expect, it } from 'vitest';
import { parseVoiceJson, toVoiceJson } from './voice-json.ts';

const voice = {
  n: 3,
  sums: new Map([
    ['original', Float64Array.of(0.1, 3e12)],
    ['fast', Float64Array.of(-2, 1 / 3)],
  ]),
};
const model = { digest: 'abc', versions: ['original', 'fast'], features: 2 };
const json = toVoiceJson(voice, 'abc');

it('is plain JSON, and the same voice again', () => {
  expect(parseVoiceJson(JSON.parse(JSON.stringify(json)), model)).toEqual(voice);
});

it('has this format', () => {
  const one = { n: 1, sums: new Map([['original', Float64Array.of(1)]]) };
  expect(toVoiceJson(one, 'abc')).toEqual({
    version: 1,
    model: 'abc',
    n: 1,
    sums: { original: 'AAAAAAAA8D8=' },
  });
});

describe('refuses', () => {
  const sums = (own: object) => ({ ...json, sums: { ...json.sums, ...own } });
  it.each<[string, unknown, string]>([
    ['null', null, 'be what `recognizer.voice` gave, got null'],
    ['a text', JSON.stringify(json), 'be what `recognizer.voice` gave'],
    ['another version', { ...json, version: 2 }, 'have the version 1, got 2'],
    ['a voice of another model', { ...json, model: 'abd' }, 'be of this model; calibrate again'],
    ['no clips', { ...json, n: 0 }, 'n, a whole number of clips in [1, 1000000], got 0'],
    ['half a clip', { ...json, n: 1.5 }, 'got 1.5'],
    ['clips without end', { ...json, n: 1_000_001 }, 'got 1000001'],
    [
      'a sum of no features',
      { ...json, n: 2 },
      'means are within ±1000000000000, got 3000000000000 of 2 clips',
    ],
    ['no sums', { ...json, sums: undefined }, 'sums.original, 2 finite Float64 values'],
    ['a version less', sums({ fast: undefined }), 'sums.fast'],
    ['a value less', sums({ fast: 'AAAAAAAA8D8=' }), 'sums.fast'],
    ['a byte less', sums({ fast: 'AAAAAAAA8A==' }), 'sums.fast'],
    ['NaN', sums({ fast: 'AAAAAAAA+H8AAAAAAADwPw==' }), 'sums.fast'],
    ['what is no base64', sums({ fast: '%' }), 'sums.fast'],
  ])('%s', (_, value, text) => {
    expect(() => parseVoiceJson(value, model)).toThrow(
      expect.objectContaining({ code: 'bad-voice', message: expect.stringContaining(text) }),
    );
  });
});
