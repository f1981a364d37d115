import { expect, test } from 'vitest';
import { FeatureError } from '../feature-error.ts';
import { parseVariantConfigs } from './parse-variant-configs.ts';
import { REFERENCE_VARIANTS } from './reference-variants.ts';

test('the reference variants pass, through JSON too', () => {
  const json: unknown = JSON.parse(JSON.stringify(REFERENCE_VARIANTS));
  expect(parseVariantConfigs(json)).toEqual(REFERENCE_VARIANTS);
});

test('no variants are variants', () => {
  expect(parseVariantConfigs([])).toEqual([]);
});

const noise = { name: 'noise', steps: [{ kind: 'addNoise' }] };
const stepped = (step: unknown): unknown => [{ name: 'a', steps: [step] }];

test.each<[text: string, value: unknown]>([
  ['`value` must be a list, got Object', {}],
  ['`[0]` must be an object, got null', [null]],
  ["`[0].name` must be a name that is not 'original', got undefined", [{ steps: noise.steps }]],
  [
    "`[0].name` must be a name that is not 'original', got 'original'",
    [{ ...noise, name: 'original' }],
  ],
  ["`[1].name` must be another than those before, got 'noise'", [noise, noise]],
  ['`[0].steps` must be a list of at least one step, got Array', [{ name: 'a', steps: [] }]],
  [
    "`[0].step` must be left out, or one of name, steps (did you mean `steps`?), got 'step'",
    [{ ...noise, step: 1 }],
  ],
  ['`[0].steps[0]` must be an object, got Array', stepped([])],
  [
    "`[0].steps[0].kind` must be one of addNoise, timeStretch, pitchShift, shift, got 'noise'",
    stepped({ kind: 'noise' }),
  ],
  [
    '`[0].steps[0].amplitude` must be ≥ 0 and finite, got -1',
    stepped({ kind: 'addNoise', amplitude: -1 }),
  ],
  ['`[0].steps[0].rate` must be > 0 and finite, got undefined', stepped({ kind: 'timeStretch' })],
  ["`[0].steps[0].nSteps` must be finite, got '2'", stepped({ kind: 'pitchShift', nSteps: '2' })],
  [
    '`[0].steps[0].maxFraction` must be in [0, 1], got 2',
    stepped({ kind: 'shift', maxFraction: 2 }),
  ],
  [
    "(did you mean `nSteps`?), got 'n_steps'",
    stepped({ kind: 'pitchShift', nSteps: 2, n_steps: 2 }),
  ],
])('%s', (text, value) => {
  const call = (): unknown => parseVariantConfigs(value);
  expect(call).toThrow(text);
  expect(call).toThrow(FeatureError);
  expect(call).toThrow('parseVariantConfigs: `');
});
