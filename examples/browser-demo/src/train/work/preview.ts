import type { RecipeCard } from './catalogue.ts';

/** What choices would train and test, or why they cannot. */
export type Preview = {
  /** Null where it cannot be read. */
  readonly recipe: RecipeCard | null;
  /** How many folds the protocol has; 0 where it cannot be carried out. */
  readonly folds: number;
} & (
  | { readonly train: PreviewSide; readonly test: PreviewSide; readonly error?: undefined }
  | { readonly error: string }
);

/** Clips and known speakers of one side. */
export interface PreviewSide {
  readonly clips: number;
  readonly speakers: readonly string[];
}
