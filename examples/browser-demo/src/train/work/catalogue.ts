import type { ProtocolName } from '@ser/eval';

/** What can be chosen. */
export interface Catalogue {
  readonly recipes: readonly RecipeCard[];
  readonly protocols: readonly {
    readonly name: ProtocolName;
    readonly description: string;
    readonly leaks: boolean;
  }[];
}

/** What the page says of a recipe. */
export interface RecipeCard {
  readonly name: string;
  readonly description: string;
  /** The voices on which its numbers were chosen; empty where it does not say. */
  readonly chosenOn: string;
  /** Null for a model that is fitted in one go. */
  readonly epochs: number | null;
  /** How many changed copies of each training clip it would train on. */
  readonly variants: number;
  /** Whether the embedded table has its features. */
  readonly fitsTable: boolean;
}
