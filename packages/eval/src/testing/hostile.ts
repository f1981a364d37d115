import type { Prediction } from '../cross-validation/prediction.ts';
import { EvaluationError } from '../evaluation-error.ts';
import { balancedAccuracyScore } from '../metrics/balanced-accuracy-score.ts';
import { calibrationCurve } from '../metrics/calibration-curve.ts';
import { classificationReport } from '../metrics/classification-report.ts';
import { confusionMatrix } from '../metrics/confusion-matrix.ts';
import { matthewsCorrcoef } from '../metrics/matthews-corrcoef.ts';
import { confusionMatrixSvg } from '../plots/confusion-matrix-svg.ts';
import { groupAccuracySvg } from '../plots/group-accuracy-svg.ts';
import { historySvg } from '../plots/history-svg.ts';
import { reliabilitySvg } from '../plots/reliability-svg.ts';
import { rocSvg } from '../plots/roc-svg.ts';
import { formatConfusionMatrix } from '../reports/format-confusion-matrix.ts';
import { formatReport } from '../reports/format-report.ts';
import { htmlReport } from '../reports/html-report.ts';
import { stratifiedKFold } from '../splits/stratified-k-fold.ts';
import { scoreFolds } from '../statistics/score-folds.ts';

// What strangers may hand over, of a size that nobody can want. Tests call these functions in
// processes of their own; each gives a length, or throws.

const MANY = 100_000;
const names = (n: number): string[] => Array.from({ length: n }, (_, i) => `name ${i}`);

/** A row whose length is claimed and which takes no memory. */
const claimed = (n: number): number[] => new Array<number>(n);

function matrixFigureOfManyLabels(): number {
  const row = claimed(MANY);
  return confusionMatrixSvg(
    Array.from({ length: MANY }, () => row),
    names(MANY),
  ).length;
}

function matrixTextOfManyLabels(): number {
  const row = new Array<number>(1000).fill(1);
  return formatConfusionMatrix(
    Array.from({ length: 1000 }, () => row),
    names(1000),
  ).length;
}

function matrixOfManyLabels(): number {
  return confusionMatrix(names(MANY), names(MANY)).length;
}

function correlationOfManyLabels(): number {
  return matthewsCorrcoef(names(MANY), names(MANY));
}

function mixedLabels(): number {
  return balancedAccuracyScore(names(MANY), [...names(MANY - 1), 1]);
}

function balancedAccuracyOfManyLabels(): number {
  return balancedAccuracyScore(names(MANY), names(MANY));
}

function reportOfManyLabels(): number {
  return formatReport(classificationReport(names(MANY), names(MANY))).length;
}

function foldsOfManyLabels(): number {
  return stratifiedKFold([...names(2 * MANY), ...names(2 * MANY)], { nSplits: 2 }).length;
}

function rocOfManyLabels(): number {
  const row = new Float32Array(MANY);
  return rocSvg(['name 0', 'name 1'], [row, row], { labels: names(MANY) }).length;
}

function barsOfManyGroups(): number {
  return groupAccuracySvg(names(MANY), names(MANY), names(MANY)).length;
}

function tooManyBins(): number {
  return reliabilitySvg(
    calibrationCurve(
      [0, 1],
      [
        [1, 0],
        [0, 1],
      ],
      { nBins: 200_000 },
    ),
  ).length;
}

function curveOfEndlessBins(): number {
  return calibrationCurve(
    [0, 1],
    [
      [1, 0],
      [0, 1],
    ],
    { nBins: 4e9 },
  ).length;
}

function historyOfManyEpochs(): number {
  const history = Array.from({ length: 1_000_000 }, (_, i) => ({
    loss: Math.sin(i) / (i + 1),
    valLoss: i % 3 === 0 ? Number.NaN : 1 / (i + 1),
  }));
  return historySvg(history).length;
}

function historyWithoutNumbers(): number {
  const history = Array.from({ length: 1_000_000 }, (_, i) => ({
    loss: i % 2 === 0 ? Number.NaN : Number.NEGATIVE_INFINITY,
  }));
  return historySvg(history).length;
}

function historyOfExtremes(): number {
  const losses = [
    Number.MAX_VALUE,
    -Number.MAX_VALUE,
    Number.MIN_VALUE,
    0,
    Number.POSITIVE_INFINITY,
  ];
  return historySvg(losses.map((loss) => ({ loss, valLoss: -loss }))).length;
}

function predictionsOf(count: number, of: (i: number) => Partial<Prediction>): Prediction[] {
  return Array.from({ length: count }, (_, i) => ({
    clip: `${i}`,
    speaker: '',
    fold: 1,
    seed: 0,
    truth: 'name 0',
    predicted: 'name 1',
    scores: [0.5, 0.5],
    ...of(i),
  }));
}

function pageOfManyLabels(): number {
  const scores = Array.from(claimed(MANY).fill(0)).with(0, 1);
  const predictions = predictionsOf(3, () => ({ scores }));
  return htmlReport({ title: 'many labels', labels: names(MANY), predictions }).length;
}

function pageOfManySpeakers(): number {
  const predictions = predictionsOf(2000, (i) => ({ speaker: `${i}`, seed: i }));
  return htmlReport({ title: 'many speakers', labels: names(2), predictions }).length;
}

function pageOfSeveralHundredLabels(): number {
  const labels = names(300);
  const scores = labels.map(() => 1 / labels.length);
  const predictions = predictionsOf(600, (i) => ({ truth: labels[i % 300], scores }));
  return htmlReport({ title: 'several hundred labels', labels, predictions }).length;
}

function pageOfManyEpochs(): number {
  const history = Array.from({ length: 1_000_000 }, (_, i) => ({
    loss: i === 0 ? Number.NaN : 1 / i,
    accuracy: Number.POSITIVE_INFINITY,
  }));
  const predictions = predictionsOf(4, (i) => ({ truth: `name ${i % 2}` }));
  return htmlReport({ title: 'many epochs', labels: names(2), predictions, history }).length;
}

function pageOfScoresThatAreNone(): number {
  const predictions = predictionsOf(4, () => ({ scores: [Number.NaN, 1] }));
  return htmlReport({ title: 'no scores', labels: names(2), predictions }).length;
}

function meanOfManySeeds(): number {
  return scoreFolds(
    predictionsOf(MANY, (i) => ({ seed: i })),
    () => 1,
  ).folds.length;
}

const CALLS: Record<string, () => number> = {
  matrixFigureOfManyLabels,
  matrixTextOfManyLabels,
  matrixOfManyLabels,
  correlationOfManyLabels,
  mixedLabels,
  balancedAccuracyOfManyLabels,
  reportOfManyLabels,
  foldsOfManyLabels,
  rocOfManyLabels,
  barsOfManyGroups,
  tooManyBins,
  curveOfEndlessBins,
  historyOfManyEpochs,
  historyWithoutNumbers,
  historyOfExtremes,
  pageOfManyLabels,
  pageOfManySpeakers,
  pageOfSeveralHundredLabels,
  pageOfManyEpochs,
  pageOfScoresThatAreNone,
  meanOfManySeeds,
};

/** What a call gave or threw, and the processor time that it took. */
export interface HostileResult {
  call: string;
  value?: number;
  code?: string;
  message?: string;
  seconds: number;
}

/** Calls functions of this file by their names, one after the other. */
export function callAll(...calls: string[]): HostileResult[] {
  return calls.map((call) => {
    const start = process.cpuUsage();
    const result = resultOf(CALLS[call]);
    const { user, system } = process.cpuUsage(start);
    return { call, ...result, seconds: (user + system) / 1e6 };
  });
}

function resultOf(call: () => number): Omit<HostileResult, 'call' | 'seconds'> {
  try {
    return { value: call() };
  } catch (error) {
    const isTyped = EvaluationError.isInstance(error);
    return { message: String(error), ...(isTyped && { code: error.code }) };
  }
}
