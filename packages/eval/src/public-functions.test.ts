import { describe, expect, it } from 'vitest';
import * as evaluation from './index.ts';
import * as plots from './plots/index.ts';
import type { Row } from './splits/row.ts';
import { HISTORY } from './testing/plot-run.ts';

type AnyFunction = (...args: unknown[]) => unknown;

const { EvaluationError, PROTOCOLS } = evaluation;

const y = ['calm', 'sad', 'calm', 'sad', 'calm', 'sad', 'calm', 'sad', 'calm', 'sad'];
const yPred = y.with(0, 'sad');
const yScore = y.map((label) => (label === 'calm' ? [0.9, 0.1] : [0.2, 0.8]));
const speakers = y.map((_, i) => `${i % 5}`);
const rows = y.map(
  (label, i): Row => ({ clip: `${i}`, label, speaker: speakers[i], variant: 'original' }),
);
const split = { train: [0, 1], validation: [2], test: [3] };
const predictions = rows.map(({ clip, label, speaker }, i) => ({
  clip,
  speaker,
  fold: 1,
  seed: 0,
  truth: label,
  predicted: yPred[i],
  scores: yScore[i],
}));
const matrix = [
  [3, 1],
  [0, 2],
];
const labels = ['calm', 'sad'];
const report = evaluation.classificationReport(y, yPred);
const bins = evaluation.calibrationCurve(y, yScore);
const lists = { folds: [['0'], ['1']], holdout: ['2'], selection: [['3'], ['4']] };
const run = { title: 'A run', labels, predictions };
const train = (): number[][] => [[0.1, 0.9]];

/** Arguments of every function that the package exports; the last of `with options` are options. */
const WITH_OPTIONS: Record<string, unknown[]> = {
  accuracyScore: [y, yPred, {}],
  averagePrecisionScore: [y, yScore, {}],
  balancedAccuracyScore: [y, yPred, {}],
  bootstrapInterval: [10, () => 1, { nResamples: 2 }],
  brierScore: [y, yScore, {}],
  calibrationCurve: [y, yScore, {}],
  classificationReport: [y, yPred, {}],
  clipSplits: [rows, { seed: 0, folds: 2, validation: 0 }],
  cohenKappaScore: [y, yPred, {}],
  confusionMatrix: [y, yPred, {}],
  confusionMatrixSvg: [matrix, labels, {}],
  crossValidate: [rows, { splits: [split], train }],
  expectedCalibrationError: [y, yScore, {}],
  f1Score: [y, yPred, {}],
  fitTemperature: [y, yScore, {}],
  fbetaScore: [y, yPred, { beta: 2 }],
  formatConfusionMatrix: [matrix, labels, {}],
  formatReport: [report, {}],
  groupAccuracySvg: [y, yPred, speakers, {}],
  groupKFold: [speakers, {}],
  historySvg: [HISTORY, {}],
  holdoutSplit: [rows, { seed: 0, testSpeakers: ['0'] }],
  htmlReport: [run],
  jaccardScore: [y, yPred, {}],
  logLoss: [y, yScore, {}],
  matthewsCorrcoef: [y, yPred, {}],
  mcnemar: [y, yPred, y, {}],
  precisionRecallCurve: [y.map((label) => label === 'sad'), yScore.map(([, sad]) => sad), {}],
  precisionRecallFscoreSupport: [y, yPred, {}],
  precisionScore: [y, yPred, {}],
  recallScore: [y, yPred, {}],
  referenceSplit: [rows, { seed: 0 }],
  reliabilitySvg: [bins, {}],
  rocAucScore: [y, yScore, {}],
  rocCurve: [y.map((label) => label === 'sad'), yScore.map(([, sad]) => sad), {}],
  rocSvg: [y, yScore, {}],
  speakerSplits: [rows, { seed: 0, folds: [['0']] }],
  stratifiedGroupKFold: [y, speakers, { nSplits: 2 }],
  stratifiedKFold: [y, {}],
  stratifiedShuffleSplit: [y, { testSize: 0.2 }],
  topKAccuracyScore: [y, yScore, {}],
  trainTestSplit: [10, {}],
  zeroOneLoss: [y, yPred, {}],
  ...Object.fromEntries(
    Object.keys(PROTOCOLS).flatMap((name) => [
      [`PROTOCOLS.${name}.splits`, [rows, { seed: 0, folds: 2, speakers: lists }]],
      [`PROTOCOLS.${name}.foldCount`, [{ speakers: lists }]],
    ]),
  ),
};
const WITHOUT_OPTIONS: Record<string, unknown[]> = {
  assertDisjoint: [split, speakers],
  dealSpeakers: [rows],
  leaveOneGroupOut: [speakers],
  leftOutTwins: [rows, split],
  recordingOf: [rows[0]],
  scoreFolds: [predictions, () => 1],
};
const ARGUMENTS = { ...WITH_OPTIONS, ...WITHOUT_OPTIONS };

const functions = new Map<string, AnyFunction>();
for (const [name, value] of Object.entries({ ...evaluation, ...plots })) {
  const isClass = name === 'EvaluationError';
  if (typeof value === 'function' && !isClass) functions.set(name, value as AnyFunction);
}
for (const [name, protocol] of Object.entries(PROTOCOLS)) {
  functions.set(`PROTOCOLS.${name}.splits`, protocol.splits as AnyFunction);
  functions.set(`PROTOCOLS.${name}.foldCount`, protocol.foldCount as AnyFunction);
}

/** What the function throws, or rejects with; undefined where it does neither. */
async function errorOf(name: string, args: readonly unknown[]): Promise<unknown> {
  try {
    await functions.get(name)?.(...args);
    return undefined;
  } catch (error) {
    return error;
  }
}

const WRONG = [
  ...[undefined, null, 0, -1, 1.5, 1e9, Number.NaN, 7n, Symbol('s'), 'x', true, {}],
  ...[() => {}, Object.create(null), [], [undefined], [null], [[]], [{}], [0], ['x'], [['x']]],
  ...[{ length: 0 }, { length: 1 }, Float32Array.of(1), new Map()],
];

/** The protocols' functions call others, and those say who they are in what they check alone. */
const CALLED: Record<string, string> = {
  'PROTOCOLS.reference': 'referenceSplit',
  'PROTOCOLS.clip': 'clipSplits',
  'PROTOCOLS.speaker': 'speakerSplits',
  'PROTOCOLS.loso': 'speakerSplits',
  'PROTOCOLS.speaker-adapted': 'speakerSplits',
  'PROTOCOLS.holdout': 'holdoutSplit',
  'PROTOCOLS.selection': 'speakerSplits',
};
const callerOf = (name: string): string => name.replace(/\.(splits|foldCount)$/, '');

/**
 * Calls a function and lets it throw, but nothing other than the package's error, whose message
 * names the function.
 *
 * @returns The message; undefined where nothing was thrown.
 */
async function expectTyped(name: string, args: readonly unknown[]): Promise<string | undefined> {
  const error = await errorOf(name, args);
  if (error === undefined) return undefined;
  const caller = callerOf(name);
  const names = [caller, CALLED[caller]];
  if (EvaluationError.isInstance(error) && names.includes(error.message.split(': ')[0])) {
    return error.message;
  }
  throw new Error(`${name} must throw an EvaluationError of its own`, { cause: { error, args } });
}

/** Options that are true or false, for which any value will do. */
const FLAGS = [
  'adjusted',
  'scaleByHalf',
  'exact',
  'correction',
  'shuffle',
  'zeroOneLoss.normalize',
];

it('every function of the package has its arguments here', () => {
  expect(Object.keys(ARGUMENTS).sort()).toEqual([...functions.keys()].sort());
});

describe.each(Object.entries(WITH_OPTIONS))('%s', (name, args) => {
  const positional = args.slice(0, -1);
  const options = args.at(-1);
  const caller = callerOf(name);

  it('refuses an unknown option, and names it', async () => {
    const error = await errorOf(name, [...positional, { ...(options as object), sedd: 1 }]);
    expect(error).toMatchObject({ code: 'bad-argument' });
    expect(String(error)).toMatch(`EvaluationError: ${caller}: \`options\` must hold none but `);
    expect(String(error)).toMatch(/, got sedd/);
  });

  it('refuses an option that every object has', async () => {
    const inherited = { ...(options as object), ...JSON.parse('{"__proto__": 1}') };
    Object.defineProperty(inherited, 'constructor', { value: 1, enumerable: true });
    const error = await errorOf(name, [...positional, inherited]);
    expect(String(error)).toMatch(/`options` must hold none but .*, got (constructor|__proto__)/);
  });

  it.each([[null], [7], ['sad'], [[1, 2]], [Float32Array.of(1)]])(
    'refuses options that are %o',
    async (wrong) => {
      const error = await errorOf(name, [...positional, wrong]);
      expect(String(error)).toMatch(
        `EvaluationError: ${caller}: \`options\` must be an object, got`,
      );
    },
  );
});

describe.each(Object.entries(ARGUMENTS))('%s', (name, args) => {
  it('takes what it is made for', async () => {
    expect(await errorOf(name, args)).toBeUndefined();
  });

  it('throws the typed error without arguments', async () => {
    const error = await errorOf(name, []);
    expect(error).toBeInstanceOf(EvaluationError);
    expect(error).toMatchObject({ code: 'bad-argument' });
  });

  it('throws no other error where an argument is wrong', async () => {
    for (const [at] of args.entries()) {
      for (const wrong of WRONG) await expectTyped(name, args.with(at, wrong));
    }
  });
});

describe.each(Object.entries(WITH_OPTIONS))('%s', (name, args) => {
  it('throws no other error where an option is wrong', async () => {
    const options = args.at(-1) as object;
    const positional = args.slice(0, -1);
    const refusal = String(await errorOf(name, [...positional, { ...options, sedd: 1 }]));
    const names = /none but (.*), got/.exec(refusal)?.[1].split(', ') ?? [];
    expect(names.length).toBeGreaterThan(0);
    for (const option of names) {
      for (const wrong of WRONG) {
        await expectTyped(name, [...positional, { ...options, [option]: wrong }]);
      }
    }
  });

  it('names an option that is wrong', async () => {
    const options = args.at(-1) as object;
    const positional = args.slice(0, -1);
    const refusal = String(await errorOf(name, [...positional, { ...options, sedd: 1 }]));
    const names = /none but (.*), got/.exec(refusal)?.[1].split(', ') ?? [];
    const checked = names.filter(
      (each) => !FLAGS.some((flag) => `.${name}.${each}`.endsWith(`.${flag}`)),
    );
    for (const option of checked) {
      // No option takes a symbol.
      const wrong = { ...options, [option]: Symbol('s') };
      const message = await expectTyped(name, [...positional, wrong]);
      // Protocols share their options, of which each takes some.
      if (message === undefined && name.startsWith('PROTOCOLS.')) continue;
      expect(message ?? `nothing of ${option}`).toMatch(new RegExp(`\`(\\w+\\.)?${option}`));
    }
  });
});
