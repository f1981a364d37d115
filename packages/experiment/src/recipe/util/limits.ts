/**
 * The most that a recipe or a plan may ask for: far beyond what trains well, and short of what
 * would exhaust a machine by a digit too many.
 */
export const MOST = {
  /** Epochs, and all that counts epochs. */
  epochs: 100_000,
  /** Epochs of a plan, which may go on until it is interrupted. */
  planEpochs: 1_000_000_000,
  /** Folds, and lists of speakers. */
  folds: 10_000,
  /** Clips that a voice is adapted to. */
  adaptation: 1_000_000,
  /** Seeds of a cross-validation. */
  seeds: 10_000,
  /** A seed: 32 bits. */
  seed: 4_294_967_295,
  /** Rows in all splits of a plan together. */
  splitRows: 16_777_216,
  /** Weights of a model. */
  weights: 50_000_000,
  /** Numbers that the widest layer gives for a batch. */
  activations: 134_217_728,
  /** Examples of one step. */
  batchSize: 65_536,
  /** Convolution blocks, and dilations. */
  blocks: 64,
  /** Channels of a convolution, and units of a dense layer. */
  units: 4096,
  /** Channels whose covariances are taken. */
  pooledChannels: 256,
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
