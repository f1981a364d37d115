import {
  accuracyScore,
  balancedAccuracyScore,
  bootstrapInterval,
  f1Score,
  PROTOCOLS,
  scoreFolds,
} from '@ser/eval';
import { parseFilename } from '@ser/ravdess';
import type { RunConfig } from './run-config.ts';
import { figures, type Score, score } from './score.ts';
import type { TrainedFolds } from './train-folds.ts';

/** The figures that are averaged. */
type Figures = Omit<Score, 'n'>;

const METRICS = {
  accuracy: accuracyScore,
  uar: balancedAccuracyScore,
  macroF1: f1Score,
} satisfies Record<keyof Figures, (yTrue: string[], yPred: string[]) => number>;
const KEYS = Object.keys(METRICS) as (keyof Figures)[];

/** Bounds that hold with a probability of 95 %. */
interface Interval {
  low: number;
  high: number;
}

/** What `ser crossvalidate --json` prints, but for the folder. */
export interface FoldSummary {
  recipe: string;
  protocol: RunConfig['protocol'];
  leaks: boolean;
  channels: string[];
  variants: boolean;
  /** Test figures of each run. */
  folds: ({ fold: number; seed: number; epochs: number } & Score)[];
  /** Mean over the folds, for each seed. */
  perSeed: ({ seed: number } & Figures)[];
  /** Mean over all runs. */
  mean: Figures;
  /** Standard deviation over all runs, with n - 1, as the two below. */
  std: Figures;
  /** Of the folds of one seed, pooled over the seeds. */
  stdOverFolds: Figures;
  /** Of the seeds' means; 0 for a single seed. */
  stdOverSeeds: Figures;
  /** The predictions of all runs together, with intervals bootstrapped over actors where there are two or more. */
  pooled: Score & { intervals?: Record<keyof Figures, Interval> };
}

/** Averages the test figures of a cross-validation's runs. */
export function summarizeFolds(
  { recipe, protocol, channels, variants }: RunConfig,
  { predictions, runs }: Pick<TrainedFolds, 'predictions' | 'runs'>,
): FoldSummary {
  const spread = Object.fromEntries(
    KEYS.map((key) => [key, scoreFolds(predictions, (run) => score(run.predictions)[key])]),
  ) as Record<keyof Figures, ReturnType<typeof scoreFolds>>;
  const each = (field: 'mean' | 'std' | 'stdOverFolds' | 'stdOverSeeds'): Figures =>
    figuresOf((key) => spread[key][field]);
  const seeds = [...new Set(runs.map(({ seed }) => seed))];
  return {
    recipe,
    protocol,
    leaks: PROTOCOLS[protocol].leaks,
    channels,
    variants,
    folds: runs.map(({ fold, seed, epochs, test }) => ({ fold, seed, epochs, ...figures(test) })),
    perSeed: seeds.map((seed) => {
      const own = predictions.filter((prediction) => prediction.seed === seed);
      return {
        seed,
        ...figuresOf((key) => scoreFolds(own, (run) => score(run.predictions)[key]).mean),
      };
    }),
    mean: each('mean'),
    std: each('std'),
    stdOverFolds: each('stdOverFolds'),
    stdOverSeeds: each('stdOverSeeds'),
    pooled: pool(predictions),
  };
}

function pool(predictions: TrainedFolds['predictions']): FoldSummary['pooled'] {
  const actors = predictions.map(({ clip }) => parseFilename(`${clip}.wav`).actor);
  const interval = (key: keyof Figures): Interval => {
    const { low, high } = bootstrapInterval(
      predictions.length,
      (indices) =>
        METRICS[key](
          indices.map((i) => predictions[i].label),
          indices.map((i) => predictions[i].predicted),
        ),
      { groups: actors },
    );
    return { low, high };
  };
  const intervals = () => ({
    accuracy: interval('accuracy'),
    uar: interval('uar'),
    macroF1: interval('macroF1'),
  });
  return {
    ...figures(score(predictions)),
    ...(new Set(actors).size > 1 && { intervals: intervals() }),
  };
}

function figuresOf(compute: (key: keyof Figures) => number): Figures {
  return { accuracy: compute('accuracy'), uar: compute('uar'), macroF1: compute('macroF1') };
}

/** The summary for people. */
export function formatFolds({
  recipe,
  protocol,
  channels,
  variants,
  folds,
  perSeed,
  mean,
  stdOverFolds,
  stdOverSeeds,
  pooled,
}: FoldSummary): string {
  const row = (name: string, n: string, cells: string[]): string =>
    [name.padEnd(26), n.padStart(6), ...cells.map((cell) => cell.padStart(16))].join('').trimEnd();
  const line = (name: string, n: string, scores: Figures): string =>
    row(
      name,
      n,
      KEYS.map((key) => scores[key].toFixed(3)),
    );
  const { intervals } = pooled;
  const bounds = (key: keyof Figures): string =>
    intervals ? `${intervals[key].low.toFixed(3)} to ${intervals[key].high.toFixed(3)}` : '';
  return `${[
    `recipe     ${recipe}`,
    `protocol   ${protocol}: ${PROTOCOLS[protocol].description}`,
    `data       ${channels.join(' and ')}, ${variants ? 'with variants in training' : 'original clips only'}`,
    '',
    row('', 'rows', ['accuracy', 'UAR', 'macro F1']),
    ...folds.map((fold) => line(`fold ${fold.fold}, seed ${fold.seed}`, String(fold.n), fold)),
    line(`mean of ${folds.length} runs`, '', mean),
    line('deviation over folds', '', stdOverFolds),
    ...(perSeed.length > 1 ? [line('deviation over seeds', '', stdOverSeeds)] : []),
    '',
    line('all predictions together', String(pooled.n), pooled),
    ...(intervals ? [row('95 % interval over actors', '', KEYS.map(bounds))] : []),
  ].join('\n')}\n`;
}
