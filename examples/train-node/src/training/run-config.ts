import type { ProtocolName } from './choose-split.ts';
import type { RecipeName } from './recipes.ts';

/** Everything that determines a run, as `config.json` keeps it. */
export interface RunConfig {
  recipe: RecipeName;
  protocol: ProtocolName;
  /** Which fold is the test fold, from 1. */
  fold: number;
  /** Folds of the `clip` protocol. */
  folds: number;
  channels: ('speech' | 'song')[];
  /** Whether the noise and stretch-pitch variants of training clips are used. */
  variants: boolean;
  seed: number;
  epochs: number;
  backend: string;
  /** The paths given with `--data`, absolute; empty for the embedded table. */
  data: string[];
}
