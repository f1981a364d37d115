import { PROTOCOLS } from '@ser/eval';
import type { RunSummary } from './finish-run.ts';
import type { RunConfig } from './run-config.ts';
import { figures, type Score } from './score.ts';

/** The figures that are averaged. */
type Figures = Omit<Score, 'n'>;

const KEYS = ['accuracy', 'uar', 'macroF1'] as const;

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
  /** Standard deviation over all runs (divided by their number): folds differ more than seeds do. */
  std: Figures;
}

/** Averages the test figures of a cross-validation's runs. */
export function summarizeFolds(
  { recipe, protocol, channels, variants }: RunConfig,
  runs: RunSummary[],
): FoldSummary {
  const folds = runs.map(({ fold, seed, epochs, test }) => ({
    fold,
    seed,
    epochs,
    ...figures(test),
  }));
  const seeds = [...new Set(folds.map(({ seed }) => seed))];
  const mean = average(folds);
  return {
    recipe,
    protocol,
    leaks: PROTOCOLS[protocol].leaks,
    channels,
    variants,
    folds,
    perSeed: seeds.map((seed) => ({
      seed,
      ...average(folds.filter((fold) => fold.seed === seed)),
    })),
    mean,
    std: each((key) =>
      Math.sqrt(folds.reduce((sum, fold) => sum + (fold[key] - mean[key]) ** 2, 0) / folds.length),
    ),
  };
}

function average(scores: Figures[]): Figures {
  return each((key) => scores.reduce((sum, score) => sum + score[key], 0) / scores.length);
}

function each(compute: (key: (typeof KEYS)[number]) => number): Figures {
  return Object.fromEntries(KEYS.map((key) => [key, compute(key)])) as unknown as Figures;
}

/** The summary for people. */
export function formatFolds({
  recipe,
  protocol,
  channels,
  variants,
  folds,
  mean,
  std,
}: FoldSummary): string {
  const line = (name: string, n: string, scores: Figures) =>
    [
      name.padEnd(16),
      n.padStart(6),
      ...KEYS.map((key) => scores[key].toFixed(3).padStart(10)),
    ].join('');
  return `${[
    `recipe     ${recipe}`,
    `protocol   ${protocol}: ${PROTOCOLS[protocol].description}`,
    `data       ${channels.join(' and ')}, ${variants ? 'with variants in training' : 'original clips only'}`,
    '',
    `${'rows'.padStart(22)}${'accuracy'.padStart(10)}${'UAR'.padStart(10)}${'macro F1'.padStart(10)}`,
    ...folds.map((fold) => line(`fold ${fold.fold}, seed ${fold.seed}`, String(fold.n), fold)),
    line('mean', '', mean),
    line('deviation', '', std),
  ].join('\n')}\n`;
}
