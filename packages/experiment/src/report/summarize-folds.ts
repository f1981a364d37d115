import { PROTOCOLS, type Prediction, scoreFolds } from '@ser/eval';
import type { Plan } from '../plan/plan.ts';
import { variantsOf } from '../recipe/variants-of.ts';
import { type Figures, METRICS, mapFigures } from '../run/figures.ts';
import type { Predictions } from '../run/predictions.ts';
import { figuresOf, type Score, score } from '../run/score.ts';
import { absentLabels, absentNote } from './absent-labels.ts';
import { type SpeakerIntervals, speakerIntervals } from './speaker-intervals.ts';

/** Figures of a run that was tested. */
export interface TestedRun {
  fold: number;
  seed: number;
  /** How many were trained; null for a model that is fitted in one go. */
  epochs: number | null;
  /** Of its test rows. */
  test: Score;
}

/** The figures of a cross-validation; plain JSON. */
export interface FoldSummary {
  /** The recipe's name. */
  recipe: string;
  protocol: Plan['protocol'];
  /** The plan's: how many clips of a tested voice were heard. Absent for other protocols. */
  adaptation?: 'all' | number;
  /** Whether clips that trained also tested, in another variant. */
  leaks: boolean;
  /** Those that trained; null for all. */
  conditions: readonly string[] | null;
  /** Whether variants of clips trained. */
  variants: boolean;
  /**
   * Test figures of each run. `absent` are labels that other runs test and this one does not: its
   * UAR is over the others. Absent itself where there are none.
   */
  folds: ({ fold: number; seed: number; epochs: number | null; absent?: string[] } & Score)[];
  /** Mean over the folds, for each seed. */
  perSeed: ({ seed: number } & Figures)[];
  /** Mean over all runs; where some have `absent` labels, `pooled` has the figure over all. */
  mean: Figures;
  /** Standard deviation over all runs, with n - 1, as the two below. */
  std: Figures;
  /** Of the folds of one seed, pooled over the seeds. */
  stdOverFolds: Figures;
  /** Of the seeds' means; 0 for a single seed. */
  stdOverSeeds: Figures;
  /** Of all predictions together, with intervals over speakers where all of them are known. */
  pooled: Score & SpeakerIntervals;
  /** What a reader of the figures must know, in sentences. */
  notes: string[];
}

/**
 * Averages the test figures of a cross-validation's runs.
 *
 * @param found with notes on the splits, where there are any
 */
export function summarizeFolds(
  { recipe, protocol, adaptation, conditions, variants }: Plan,
  {
    labels,
    predictions,
    runs,
    notes = [],
  }: Predictions & { runs: readonly TestedRun[]; notes?: readonly string[] },
): FoldSummary {
  const spreadOf = (
    key: keyof Figures,
    of: readonly Prediction[] = predictions,
  ): ReturnType<typeof scoreFolds> =>
    scoreFolds(of, ({ yTrue, yPred }) => METRICS[key].compute(yTrue, yPred));
  const spread = mapFigures((name) => spreadOf(name));
  const each = (field: 'mean' | 'std' | 'stdOverFolds' | 'stdOverSeeds'): Figures =>
    mapFigures((name) => spread[name][field]);
  const lacks = absentLabels(predictions, labels);
  const absentOf = (run: { fold: number; seed: number }): { absent?: string[] } => {
    const found = lacks.find(({ fold, seed }) => fold === run.fold && seed === run.seed);
    return found && found.absent.length > 0 ? { absent: [...found.absent] } : {};
  };
  const seeds = [...new Set(runs.map(({ seed }) => seed))];
  return {
    recipe: recipe.name,
    protocol,
    ...(adaptation !== null && { adaptation }),
    leaks: PROTOCOLS[protocol].leaks,
    conditions,
    variants: variants && variantsOf(recipe).length > 0,
    folds: runs.map(({ fold, seed, epochs, test }) => ({
      fold,
      seed,
      epochs,
      ...figuresOf(test),
      ...absentOf({ fold, seed }),
    })),
    perSeed: seeds.map((seed) => {
      const own = predictions.filter((prediction) => prediction.seed === seed);
      return { seed, ...mapFigures((name) => spreadOf(name, own).mean) };
    }),
    mean: each('mean'),
    std: each('std'),
    stdOverFolds: each('stdOverFolds'),
    stdOverSeeds: each('stdOverSeeds'),
    pooled: { ...figuresOf(score(predictions, labels)), ...speakerIntervals(predictions) },
    notes: [...notes, ...absentNote(lacks, labels)],
  };
}
