/** The options of every figure. */
export interface FigureOptions {
  /** The name of the figure for screen readers. Default: what the figure shows. */
  title?: string;
  /** Pixels. In a narrower container the figure shrinks. Default 640. */
  width?: number;
}
