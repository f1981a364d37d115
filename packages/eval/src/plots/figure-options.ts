import type { OptionNames } from '@ser/internal';

/** The options of every figure. */
export interface FigureOptions {
  /** The name of the figure for screen readers. Default: what the figure shows. */
  title?: string;
  /** Pixels, in [100, 10000]. In a narrower container the figure shrinks. Default 640. */
  width?: number;
}

export const FIGURE_OPTIONS: OptionNames<FigureOptions> = { title: true, width: true };
