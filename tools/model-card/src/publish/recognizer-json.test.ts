import { fitFamiliarity, parseRecognizerConfig } from '@ser/recognizer';
import { expect, it } from 'vitest';
import { recognizerJson } from './recognizer-json.ts';

const chosen = { n: 1, uar: 1, logLoss: [1, 1], calibrationError: [0, 0] } as const;
const choices = {
  plain: { ...chosen, temperature: 0.863592, threshold: 1.53313 },
  adapted: { ...chosen, temperature: 1.099619, threshold: 1.64843 },
};
const averages = new Map([
  ['noise', Float64Array.of(9)],
  ['fast', Float64Array.of(3.5)],
  ['original', Float64Array.of(0.1, -2)],
]);

const familiarTo = (value: number) =>
  fitFamiliarity(
    new Map([['original', [new Float32Array(4).fill(value), new Float32Array(4).fill(value + 1)]]]),
  );
const published = { averages, familiar: familiarTo(0), familiarAdapted: familiarTo(1) };

it('is what the recogniser reads, with four digits and the versions alone', () => {
  const text = recognizerJson(choices, published, ['fast']);
  expect(parseRecognizerConfig(JSON.parse(text))).toEqual({
    temperature: 0.8636,
    familiarity: { threshold: 1.533, conditions: published.familiar },
    adapted: {
      temperature: 1.1,
      priorClips: 2,
      familiarity: { threshold: 1.648, conditions: published.familiarAdapted },
      averages: { original: Float32Array.of(0.1, -2), fast: Float32Array.of(3.5) },
    },
  });
});

it('names the model', () => {
  const { name } = JSON.parse(recognizerJson(choices, published, []));
  expect(name).toBe('functionals-lda, RAVDESS actors 1 to 20');
});

it('refuses a version without an average voice', () => {
  expect(() => recognizerJson(choices, published, ['slow'])).toThrow('no average voice of slow');
});
