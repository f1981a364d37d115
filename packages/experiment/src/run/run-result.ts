import type { Plan } from '../plan/plan.ts';
import type { Score } from './score.ts';
import type { TrainedSplit } from './trained-split.ts';

/** The figures of a run; plain JSON. */
export interface RunSummary {
  /** The recipe's name. */
  recipe: string;
  protocol: string;
  /** The plan's: how many clips of a tested voice were heard. Absent for other protocols. */
  adaptation?: 'all' | number;
  /** Whether clips that trained also tested, in another variant. */
  leaks: boolean;
  fold: number;
  backend: string;
  seed: number;
  /** How many were trained; null for a model that is fitted in one go. */
  epochs: number | null;
  /** Null for a model that is fitted in one go. */
  millisecondsPerStep: number | null;
  train: Score;
  /** Null where nothing was validated on. */
  validation: Score | null;
  test: Score;
  /** Of `weights.bin`, in hexadecimal; empty where the platform has no digest. */
  weightsSha256: string;
}

/** What `run` found. */
export interface RunResult extends TrainedSplit {
  plan: Plan;
  summary: RunSummary;
  /** For people, as `report.txt` keeps it. */
  report: string;
}
