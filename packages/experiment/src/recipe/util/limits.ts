/**
 * The most that a recipe may ask for: far beyond what trains well, and short of what would exhaust
 * a machine by a digit too many.
 */
export const MOST = {
  /** Epochs, and all that counts epochs. */
  epochs: 100_000,
  /** Examples of one step. */
  batchSize: 65_536,
  /** Convolution blocks, and dilations. */
  blocks: 64,
  /** Channels of a convolution, and units of a dense layer. */
  units: 4096,
  /** Steps that a convolution or a pooling joins, and the distance between them. */
  steps: 1024,
  /** Masks of SpecAugment over one axis. */
  masks: 1000,
  /** Frames or features that a mask covers. */
  maskWidth: 100_000,
  /** Rates, penalties, norms and other factors. */
  factor: 1_000_000,
  /** What a rate is divided by. */
  divisor: 1_000_000_000_000,
} as const;
