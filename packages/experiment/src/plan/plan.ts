import type { ProtocolName, SpeakerLists } from '@ser/eval';
import type { Recipe } from '../recipe/recipe.ts';

/** Everything that determines a run or a cross-validation but the rows; plain JSON. */
export interface Plan {
  /** Of this format. */
  readonly version: 1;
  /** Whether one fold is trained, or all of them with every seed. */
  readonly kind: 'run' | 'cross-validation';
  /** The recipe itself, not its name: resuming does not depend on what its file says by then. */
  readonly recipe: Recipe;
  /** What trains and what tests: a name in `PROTOCOLS` of `@ser/eval`. */
  readonly protocol: ProtocolName;
  /** Which fold is the test fold, from 1. */
  readonly fold: number;
  /** Folds of the `clip` protocol. */
  readonly folds: number;
  /** Conditions of the rows that train, such as speech and song; null for all. */
  readonly conditions: readonly string[] | null;
  /** Conditions of the rows that test; null for those that train. */
  readonly testConditions: readonly string[] | null;
  /** Whether the recipe's variants of training clips are used. */
  readonly variants: boolean;
  /** Drives every random choice of a run; a cross-validation has `seeds`. */
  readonly seed: number;
  /** Seeds of a cross-validation: 0 … seeds-1. */
  readonly seeds: number;
  /** The most that are trained; the recipe's unless others were asked for. 0 where it has none. */
  readonly epochs: number;
  /** The data set's lists of speakers, for the protocols that need them. */
  readonly speakers: SpeakerLists | null;
  /**
   * Of the protocol `speaker-adapted`, how many unlabelled clips of a tested voice are heard before
   * its others are tested; `all` hears all others before each. Null for other protocols.
   */
  readonly adaptation: 'all' | number | null;
  /** The tfjs backend that trains, for reports and for resuming. */
  readonly backend: string;
  /** Where the rows come from, as the caller names it, for reports and for resuming. */
  readonly data: readonly string[];
  /**
   * How the data are labelled, in the caller's own words, for reading them again: any plain JSON.
   * Null where that needs no words.
   */
  readonly labelling: unknown;
}
