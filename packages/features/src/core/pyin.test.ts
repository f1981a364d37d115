import { describeWith, REAL_CLIPS } from '@ser/testing';
import { describe, expect, test } from 'vitest';
import { type Case, titleOf } from '../testing/case.ts';
import { casesOf, keptOf, librosas, pyinGolden } from '../testing/pyin-case.ts';
import * as clips from '../testing/read-clip.ts';
import { signals } from '../testing/signals.ts';
import * as voices from '../testing/voices.ts';
import { type PyinOptions, pyin } from './pyin.ts';

const known = signals();
const speech = { sampleRate: 22050, fMin: 65, fMax: 600 };

/** The states are librosa's: each frame's voicing, and the bin of its pitch. */
function expectLibrosas(expected: Case, samples: Float32Array): void {
  const { f0, voicedFlag, voicedProbability } = pyin(samples, expected.options as never);
  expect(keptOf(voicedFlag, expected, 1)).toEqual(librosas(expected, 1));
  // Float32 keeps 6e-8 of a pitch; a bin is 6e-3 of it.
  expect(keptOf(f0, expected, 0)).toBeAllclose(librosas(expected, 0), { rtol: 1e-6, atol: 0 });
  const probabilities = librosas(expected, 2);
  const compared = probabilities.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
  const ours = keptOf(voicedProbability, expected, 2);
  expect(compared.map((i) => ours[i])).toBeAllclose(
    compared.map((i) => probabilities[i]),
    { rtol: 0, atol: 1e-6 },
  );
}

describe('librosa: pyin', () => {
  for (const expected of casesOf('pyin')) {
    test(titleOf(expected), () => expectLibrosas(expected, known[expected.signal]));
  }

  for (const expected of pyinGolden().voices) {
    test(titleOf(expected), () => expectLibrosas(expected, voices.firstSeconds(expected.signal)));
  }
});

describeWith(REAL_CLIPS)('librosa: pyin of clips', () => {
  for (const expected of pyinGolden().clips) {
    test(titleOf(expected), () => expectLibrosas(expected, clips.firstSeconds(expected.signal)));
  }
});

const same = (a: PyinOptions, b: PyinOptions): void =>
  expect(pyin(known.sentence, a)).toEqual(pyin(known.sentence, b));

test('these are the defaults', () => {
  same(speech, {
    ...speech,
    frameLength: 2048,
    hopLength: 512,
    center: true,
    padMode: 'constant',
    nThresholds: 100,
    betaParameters: [2, 18],
    boltzmannParameter: 2,
    resolution: 0.1,
    maxTransitionRate: 35.92,
    switchProb: 0.01,
    noTroughProb: 0.01,
    fillNa: Number.NaN,
  });
});

test('a hop is a quarter of a frame', () => {
  same({ ...speech, frameLength: 1026 }, { ...speech, frameLength: 1026, hopLength: 256 });
});

test('the goldens change every option', () => {
  const changed = casesOf('pyin').flatMap(({ options }) => Object.keys(options));
  const names = /of (.*), got/.exec(String(thrownBy(() => pyin(known.one, null as never))));
  expect([...new Set(changed)].sort()).toEqual(names?.[1].split(', ').sort());
});

describe('fillNa', () => {
  const { f0, voicedFlag } = pyin(known.voice, speech);

  test('is NaN in frames that are not voiced, and there alone', () => {
    expect(f0.some(Number.isNaN)).toBe(true);
    expect(f0.map((hz) => (Number.isNaN(hz) ? 0 : 1))).toEqual(Float32Array.from(voicedFlag));
  });

  test('may be a number, which changes no other frame', () => {
    const filled = pyin(known.voice, { ...speech, fillNa: 7 }).f0;
    expect(filled).toEqual(f0.map((hz) => (Number.isNaN(hz) ? 7 : hz)));
  });

  test('null is a guess within the range', () => {
    const guessed = pyin(known.voice, { ...speech, fillNa: null }).f0;
    expect(guessed.every((hz) => hz >= 65 && hz <= 600)).toBe(true);
    expect(guessed.filter((_, t) => voicedFlag[t] === 1)).toEqual(f0.filter((hz) => hz > 0));
  });
});

test('silence and a constant are not voiced at all', () => {
  for (const samples of [known.silence, known.dc.subarray(0, 3000)]) {
    const { voicedFlag } = pyin(samples, { ...speech, center: false, frameLength: 1024 });
    expect(new Set(voicedFlag)).toEqual(new Set([0]));
  }
});

test('a range that is narrower than a step of pitch has a pitch, where librosa has an error', () => {
  const tone = Float32Array.from({ length: 8000 }, (_, i) =>
    Math.sin((2 * Math.PI * 220 * i) / 22050),
  );
  const { f0, voicedFlag } = pyin(tone, { sampleRate: 22050, fMin: 200, fMax: 240, fillNa: 0 });
  expect(voicedFlag[8]).toBe(1);
  expect(f0[8]).toBeAllclose(220, { rtol: 6e-3, atol: 0 });
});

function thrownBy(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

test.each<[text: string, options: object]>([
  ['pyin: `fMax` must be above fMin=65 and at most 11025 Hz, got 12000', { fMax: 12_000 }],
  [
    'pyin: `fMin` must be above 43.151 Hz for frames of 512, got 40',
    { fMin: 40, frameLength: 512 },
  ],
  ['pyin: `betaParameters` must be two numbers in (0, 1000]', { betaParameters: [2] }],
  ['pyin: `betaParameters` must be two numbers in (0, 1000]', { betaParameters: [0, 1] }],
  ["pyin: `fillNa` must be a number or null, got '0'", { fillNa: '0' }],
  ['pyin: `resolution` must be in [0.001, 1], got 0', { resolution: 0 }],
  [
    'pyin: `resolution` must be coarse enough for 32768 bins',
    { resolution: 1e-3, fMin: 44, fMax: 9000, hopLength: 1 },
  ],
  ['pyin: `switchProb` must be in [0, 1], got 1.1', { switchProb: 1.1 }],
  ['pyin: `noTroughProb` must be in [0, 1], got -1', { noTroughProb: -1 }],
  ['pyin: `nThresholds` must be a whole number in [1, 1024], got 0', { nThresholds: 0 }],
  ['pyin: `boltzmannParameter` must be > 0 and finite', { boltzmannParameter: 0 }],
  ['pyin: `maxTransitionRate` must be > 0 and finite', { maxTransitionRate: 0 }],
])('%s', (text, options) => {
  const call = (): unknown => pyin(known.sentence, { ...speech, ...options } as never);
  expect(call).toThrow(expect.objectContaining({ code: 'bad-argument' }));
  expect(call).toThrow(text);
});
