import { describe, expect, test } from 'vitest';
import { functionalGroups } from '../../functionals/functionals.ts';
import type { FunctionalGroup } from '../../functionals/groups/index.ts';
import { speechClips } from '../../testing/speech-clips.ts';
import { createExtractor } from '../create-extractor.ts';
import type { ExtractorConfig } from '../extractor-config.ts';
import { presets } from '../presets.ts';

const { brief } = speechClips();
const config = presets.functionals;
const all = createExtractor(config);

/** The groups, the number of their values, and the first and the last of their names. */
const GROUPS: readonly [FunctionalGroup, number, string, string][] = [
  ['cepstra', 144, 'c1_mean', 'c24_iqr'],
  ['cepstraSteps', 96, 'c1_stepMagnitude', 'c24_stepMin'],
  ['longTermSpectrum', 128, 'mel1_mean', 'mel64_std'],
  ['voicedCepstra', 72, 'c1_voicedMean', 'c24_unvoicedMean'],
  ['level', 10, 'mean', 'stepMin'],
  ['contour', 160, 'c1_dct1', 'voiced_dct8'],
  ['pitch', 23, 'mean', 'jitter'],
  ['voicing', 13, 'share', 'quietShare'],
  ['prosodyModulation', 63, 'level_band1', 'pitch_band9'],
  ['cepstraModulation', 234, 'c1_band1', 'periodicity_band9'],
  ['melModulation', 384, 'mel1_band1', 'mel64_band6'],
  ['melDistribution', 256, 'mel1_q10', 'mel64_stepMagnitude'],
  ['covariance', 190, 'c1_c1', 'periodicity_periodicity'],
  ['correlation', 190, 'c1_c1', 'periodicity_periodicity'],
  ['deltaMoments4', 190, 'c1_c1', 'periodicity_periodicity'],
  ['conditionalCepstra', 32, 'c1_byPitch', 'c16_byLevel'],
  ['deltaMoments1', 190, 'c1_c1', 'periodicity_periodicity'],
  ['deltaMoments10', 190, 'c1_c1', 'periodicity_periodicity'],
  ['deltaMoments20', 190, 'c1_c1', 'periodicity_periodicity'],
  ['voicedCovariance', 190, 'c1_c1', 'periodicity_periodicity'],
  ['slopeCovariance2', 361, 'c1_c1Slope', 'periodicity_periodicitySlope'],
  ['accelerationCovariance', 190, 'c1_c1', 'periodicity_periodicity'],
  ['higherMoments', 76, 'c1_skewness', 'periodicity_slopeKurtosis'],
  ['thirds', 114, 'c1_mean1', 'periodicity_std3'],
  ['conditionalDescriptors', 76, 'c1_stdByPitch', 'periodicity_stdByTime'],
  ['extremeCepstra', 48, 'c1_loudest', 'c24_highest'],
  ['slopeCovariance10', 361, 'c1_c1Slope', 'periodicity_periodicitySlope'],
];

test('the groups are these, in this order', () => {
  expect(functionalGroups()).toEqual(GROUPS.map(([group]) => group));
  expect(all.names).toEqual(functionalGroups().flatMap((group) => namesOf(group)));
});

test('there are 4,171 values, each with a name of its own', () => {
  expect(all.shape).toEqual([4171]);
  expect(new Set(all.names).size).toBe(4171);
});

const namesOf = (group: FunctionalGroup): readonly string[] =>
  createExtractor({ ...config, features: [{ kind: 'functionals', groups: [group] }] }).names;

const COUNTED = (name: string, count: number): string =>
  Array.from({ length: count }, (_, i) => `${name}${i + 1}`).join(' ');
const JOINT = `${COUNTED('c', 16)} level pitch periodicity`;

test.each<[string, string, FunctionalGroup[]]>([
  ['statistics', 'mean std q5 q50 q95 iqr', ['cepstra']],
  ['changes', 'stepMagnitude stepStd stepMax stepMin', ['cepstraSteps']],
  ['mean and deviation', 'mean std', ['longTermSpectrum']],
  ['means', 'voicedMean voicedStd unvoicedMean', ['voicedCepstra']],
  [
    'statistics and changes',
    'mean std q5 q50 q95 iqr stepMagnitude stepStd stepMax stepMin',
    ['level'],
  ],
  ['coefficients', COUNTED('dct', 8), ['contour']],
  [
    'pitch',
    'mean std q2 q10 q25 q50 q75 q90 q98 range stepMagnitude stepStd slopeMean slopeStd ' +
      'slopeMax slopeMin first last startMean endMean weightedMean levelCorrelation jitter',
    ['pitch'],
  ],
  [
    'voicing',
    'share periodicityMean voicedPeriodicityMean voicedPeriodicityStd voicedPeriodicityQ10 ' +
      'voicedPeriodicityQ90 runMean runMax runRate seconds logSeconds runs quietShare',
    ['voicing'],
  ],
  ['nine bands', COUNTED('band', 9), ['prosodyModulation', 'cepstraModulation']],
  ['six bands', COUNTED('band', 6), ['melModulation']],
  ['percentiles', 'q10 q50 q90 stepMagnitude', ['melDistribution']],
  ['halves', 'byPitch byLevel', ['conditionalCepstra']],
  [
    'halves of descriptors',
    'stdByPitch stdByLevel meanByTime stdByTime',
    ['conditionalDescriptors'],
  ],
  ['moments', 'skewness kurtosis slopeSkewness slopeKurtosis', ['higherMoments']],
  ['thirds', 'mean1 mean2 mean3 std1 std2 std3', ['thirds']],
  ['extremes', 'loudest highest', ['extremeCepstra']],
  ['second channels', JOINT, ['covariance', 'correlation', 'voicedCovariance', 'deltaMoments4']],
  ['slopes', JOINT.replace(/ |$/g, 'Slope ').trimEnd(), ['slopeCovariance2', 'slopeCovariance10']],
])('values are named after their %s: %s', (_, expected, groups) => {
  for (const group of groups) {
    const last = namesOf(group).map((name) => name.split('_').at(-1));
    expect([...new Set(last)].join(' ')).toBe(expected);
  }
});

test.each<[string, FunctionalGroup[]]>([
  [COUNTED('c', 24), ['cepstra', 'cepstraSteps', 'voicedCepstra', 'extremeCepstra']],
  [COUNTED('c', 16), ['conditionalCepstra']],
  [COUNTED('mel', 64), ['longTermSpectrum', 'melModulation', 'melDistribution']],
  ['level c2 c3 c4 c5 c6 pitch', ['prosodyModulation']],
  [`${COUNTED('c', 24)} pitch periodicity`, ['cepstraModulation']],
  [`${JOINT} voiced`, ['contour']],
  [JOINT, ['covariance', 'slopeCovariance2', 'higherMoments', 'thirds', 'conditionalDescriptors']],
])('and after the channels %s', (expected, groups) => {
  for (const group of groups) {
    const channels = namesOf(group).map((name) => name.split('_')[1]);
    expect([...new Set(channels)].join(' ')).toBe(expected);
  }
});

const whole = all.extractSamples(brief);

describe.each(GROUPS)('%s', (group, count, first, last) => {
  const features: ExtractorConfig['features'] = [{ kind: 'functionals', groups: [group] }];
  const { names, shape, extractSamples } = createExtractor({ ...config, features });

  test('has its values', () => {
    expect(shape).toEqual([count]);
    expect([names[0], names.at(-1)]).toEqual([`${group}_${first}`, `${group}_${last}`]);
  });

  test('has the same values as among all', () => {
    const at = all.names.indexOf(names[0]);
    expect(extractSamples(brief)).toEqual(whole.slice(at, at + count));
  });
});

test('groups come in the order in which they are asked for', () => {
  const groups: FunctionalGroup[] = ['voicing', 'pitch'];
  const { names, extractSamples } = createExtractor({
    ...config,
    features: [{ kind: 'functionals', groups }],
  });
  expect([names[0], names[13]]).toEqual(['voicing_share', 'pitch_mean']);
  const [voicing, pitch] = ['voicing_share', 'pitch_mean'].map((name) => all.names.indexOf(name));
  expect([...extractSamples(brief)]).toEqual([
    ...whole.subarray(voicing, voicing + 13),
    ...whole.subarray(pitch, pitch + 23),
  ]);
});

test('functionals stand beside means of frames', () => {
  const features: ExtractorConfig['features'] = [
    { kind: 'rms' },
    { kind: 'functionals', groups: ['level'] },
    { kind: 'lld' },
  ];
  const { names, extractSamples } = createExtractor({ ...config, features });
  expect([names[0], names[1], names[11]]).toEqual(['rms', 'level_mean', 'cepstrum_1']);
  const values = extractSamples(brief);
  // The mean level is that of the descriptor, both rounded to float32.
  expect(values[names.indexOf('level')]).toBeAllclose(values[1], { rtol: 1e-6, atol: 0 });
});

test.each([null, 'std', ['mean'], ['mean', 'std']])('they need no statistic: %o', (statistic) => {
  const call = (): unknown => createExtractor({ ...config, statistic } as never);
  expect(call).toThrow("createExtractor: `statistic` must be 'mean' beside the kind 'functionals'");
});

test('the statistic of the default may be written down', () => {
  const { extractSamples } = createExtractor({ ...config, statistic: 'mean' });
  expect(extractSamples(brief)).toEqual(whole);
});

test.each([
  ['sampleRate', 22050, '16000'],
  ['nFft', 1024, '512'],
  ['hopLength', 320, '160'],
  ['winLength', 512, '400'],
  ['winLength', undefined, '400'],
  ['window', 'hamming', 'hann'],
  ['center', false, 'true'],
  ['padMode', 'reflect', 'constant'],
])('they need a signal of 16 kHz in frames of 25 ms: no %s of %o', (option, value, wanted) => {
  for (const kind of ['functionals', 'lld']) {
    const call = (): unknown =>
      createExtractor({ ...config, [option]: value, features: [{ kind }] } as never);
    const error = `createExtractor: \`features[0]\` must fit the rest: ${kind}: \`${option}\` must be ${wanted}`;
    expect(call).toThrow(error);
  }
});

test.each([
  [['f0'], '`features[0].groups[0]` must be one of cepstra, cepstraSteps, ', "got 'f0'"],
  [
    ['pitch', 'level', 'pitch'],
    '`features[0].groups[2]` must be a group that is not there twice',
    "got 'pitch'",
  ],
])('%o are no groups', (groups, expected, got) => {
  const call = (): unknown =>
    createExtractor({ ...config, features: [{ kind: 'functionals', groups }] } as never);
  expect(call).toThrow(`createExtractor: ${expected}`);
  expect(call).toThrow(got);
});
