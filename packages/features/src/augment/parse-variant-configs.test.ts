import { expect, test } from 'vitest';
import { FeatureError } from '../feature-error.ts';
import { FUNCTIONALS_VARIANTS } from './functionals-variants.ts';
import { parseVariantConfigs } from './parse-variant-configs.ts';
import { REFERENCE_VARIANTS } from './reference-variants.ts';

test.each([[REFERENCE_VARIANTS], [FUNCTIONALS_VARIANTS]])(
  'published variants pass, through JSON too',
  (variants) => {
    const json: unknown = JSON.parse(JSON.stringify(variants));
    expect(parseVariantConfigs(json)).toEqual(variants);
  },
);

test('steps of a recording may come before others', () => {
  const steps = [
    { kind: 'speed', rate: 1.1 },
    { kind: 'room', rt60: [0.2, 0.6], drrDb: [-3, 6] },
    { kind: 'shift' },
  ];
  expect(parseVariantConfigs([{ name: 'a', steps }])).toEqual([{ name: 'a', steps }]);
});

test('no variants are variants', () => {
  expect(parseVariantConfigs([])).toEqual([]);
});

const noise = { name: 'noise', steps: [{ kind: 'addNoise' }] };
const gainOf = (db: unknown): object => ({ kind: 'gain', db });
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
    '`[0].steps[0].kind` must be one of speed, noise, bandLimit, middle, gain, room, addNoise, ' +
      "timeStretch, pitchShift, shift, got 'echo'",
    stepped({ kind: 'echo' }),
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
  ['`[0].steps[0].rate` must be in [0.0625, 16], got undefined', stepped({ kind: 'speed' })],
  ['`[0].steps[0].snrDb` must be a number, or [least, most]', stepped({ kind: 'noise' })],
  [
    "`[0].steps[0].colour` must be 'white' or 'red', got 'pink'",
    stepped({ kind: 'noise', snrDb: 10, colour: 'pink' }),
  ],
  [
    '`[0].steps[0].snrDb[1]` must be at least [0].steps[0].snrDb[0]=32, got 8',
    stepped({ kind: 'noise', snrDb: [32, 8] }),
  ],
  [
    '`[0].steps[0].sampleRate` must be > 0 and finite, got undefined',
    stepped({ kind: 'bandLimit' }),
  ],
  [
    '`[0].steps[0].lowest` must be a number, or [least, most], got Array',
    stepped({ kind: 'bandLimit', sampleRate: 8000, lowest: [300] }),
  ],
  [
    '`[0].steps[0].highest` must be above [0].steps[0].lowest=400, got 350',
    stepped({ kind: 'bandLimit', sampleRate: 8000, lowest: [200, 400], highest: [350, 3400] }),
  ],
  ['`[0].steps[0].seconds` must be > 0 and finite, got undefined', stepped({ kind: 'middle' })],
  ['`[0].steps[0].db` must be a number, or [least, most], got Array', stepped(gainOf([1]))],
  ['`[0].steps[0].db[0]` must be in [-200, 200], got NaN', stepped(gainOf([Number.NaN, 1]))],
  ['`[0].steps[0].rt60` must be a number, or [least, most]', stepped({ kind: 'room' })],
  ['`[0].steps[0].rt60[1]` must be at most 10, got 11', stepped({ kind: 'room', rt60: [1, 11] })],
  [
    "`[0].steps[0].drrDb` must be a number, or [least, most], got '0'",
    stepped({ kind: 'room', rt60: 1, drrDb: '0' }),
  ],
  [
    '`[0].steps[0].snrDB` must be left out, or one of kind, snrDb, colour (did you mean `snrDb`?)',
    stepped({ kind: 'noise', snrDB: 8 }),
  ],
  [
    '`[0].steps[2].kind` must be one of addNoise, timeStretch, pitchShift, shift, since samples ' +
      "are no recording any more, got 'gain'",
    [{ name: 'a', steps: [{ kind: 'speed', rate: 2 }, { kind: 'addNoise' }, gainOf(1)] }],
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
