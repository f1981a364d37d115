import { publishedModel } from '@ser/ravdess-data/model';
import { describe, expect, it } from 'vitest';
import { familiarityToJson } from '../familiarity/familiarity-json.ts';
import { fitFamiliarity } from '../familiarity/fit-familiarity.ts';
import { AVERAGES, CONFIG } from '../testing/small-model.ts';
import { toBase64 } from '../util/base64.ts';
import { parseRecognizerConfig } from './parse-recognizer-config.ts';

const { adapted } = CONFIG;
const average = (text: unknown) => ({
  ...CONFIG,
  adapted: { ...adapted, averages: { ...adapted.averages, slow: text } },
});

it('reads everything', () => {
  expect(parseRecognizerConfig(structuredClone(CONFIG))).toEqual({
    temperature: 2,
    familiarity: { threshold: 1.5, conditions: undefined },
    adapted: {
      temperature: 0.5,
      priorClips: 2,
      familiarity: { threshold: 1.25, conditions: undefined },
      averages: Object.fromEntries(
        Object.entries(AVERAGES).map(([name, values]) => [name, Float32Array.from(values)]),
      ),
    },
  });
});

it('reads what has the temperature alone', () => {
  const least = { temperature: 1, familiarity: undefined, adapted: undefined };
  expect(parseRecognizerConfig({ version: 1, temperature: 1 })).toEqual(least);
});

it('reads the conditions that distances are from', () => {
  const conditions = fitFamiliarity(
    new Map([['original', [Float32Array.of(0, 1, 2, 3), Float32Array.of(1, 2, 3, 4)]]]),
  );
  const json = familiarityToJson(conditions);
  const parsed = parseRecognizerConfig({
    ...CONFIG,
    familiarity: { threshold: 1.5, conditions: json },
    adapted: { ...adapted, conditions: json },
  });
  expect(parsed.familiarity).toEqual({ threshold: 1.5, conditions });
  expect(parsed.adapted?.familiarity).toEqual({ threshold: 1.25, conditions });
});

it('refuses conditions of calibrated voices without their threshold', () => {
  const conditions = familiarityToJson(
    fitFamiliarity(
      new Map([['original', [Float32Array.of(0, 1, 2, 3), Float32Array.of(1, 2, 3, 4)]]]),
    ),
  );
  const { threshold: _, ...without } = adapted;
  const config = { ...CONFIG, adapted: { ...without, conditions } };
  expect(() => parseRecognizerConfig(config)).toThrow(
    '`adapted.threshold` must be there, as `adapted.conditions` is, got undefined',
  );
});

it('reads what is published', async () => {
  const text = new TextDecoder().decode(await publishedModel.read('recognizer.json'));
  expect(parseRecognizerConfig(JSON.parse(text)).temperature).toBeGreaterThan(0);
});

describe('refuses', () => {
  it.each<[string, unknown, string]>([
    ['null', null, 'value'],
    ['a list', [], 'value'],
    ['another version', { ...CONFIG, version: 2 }, '`version` must be 1'],
    ['no temperature', { version: 1 }, '`temperature` must be a number > 0, got undefined'],
    ['a temperature of 0', { ...CONFIG, temperature: 0 }, '`temperature`'],
    ['a temperature that is infinite', { ...CONFIG, temperature: 1 / 0 }, '`temperature`'],
    ['a name that is no text', { ...CONFIG, name: 3 }, '`name`'],
    [
      'a field that it does not know',
      { ...CONFIG, temperatre: 1 },
      "`value` must hold none but version, name, temperature, familiarity, adapted, got 'temperatre'",
    ],
    ['no threshold', { ...CONFIG, familiarity: {} }, '`familiarity.threshold`'],
    ['a familiarity of null', { ...CONFIG, familiarity: null }, '`familiarity`'],
    [
      'conditions that are none',
      { ...CONFIG, familiarity: { threshold: 1, conditions: 3 } },
      '`familiarity.conditions.features`',
    ],
    ['an empty model', { ...CONFIG, adapted: {} }, '`adapted.temperature`'],
    [
      'no clips of the average voice',
      { ...CONFIG, adapted: { ...adapted, priorClips: -1 } },
      '`adapted.priorClips`',
    ],
    ['a list of averages', { ...CONFIG, adapted: { ...adapted, averages: [] } }, 'averages'],
    [
      'averages without the original',
      { ...CONFIG, adapted: { ...adapted, averages: { slow: adapted.averages.slow } } },
      '`adapted.averages.original`',
    ],
    ['an average that is no text', average(3), '`adapted.averages.slow`'],
    ['an average that is no base64', average('%'), '`adapted.averages.slow`'],
    ['an average that is empty', average(''), '`adapted.averages.slow`'],
    ['an average that is cut', average('AAA='), '`adapted.averages.slow`'],
    ['an average of NaN', average(toBase64(Float32Array.of(1, Number.NaN))), 'averages.slow'],
  ])('%s', (_, value, text) => {
    expect(() => parseRecognizerConfig(value)).toThrow(
      expect.objectContaining({ code: 'bad-model', message: expect.stringContaining(text) }),
    );
  });
});
