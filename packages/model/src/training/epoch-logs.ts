/** The figures of one epoch, under Keras' names in camelCase. */
export interface EpochLogs {
  /** The number of the epoch, from 0. */
  epoch: number;
  /** Mean training loss, class weights and penalties included. */
  loss: number;
  /** Share of training examples that were right while training. */
  accuracy: number;
  /**
   * Loss on the validation examples. It includes penalties and leaves out class weights. Absent
   * without validation.
   */
  valLoss?: number;
  /** Share of validation examples that are right. Absent without validation. */
  valAccuracy?: number;
  /** Learning rate of the epoch's last step. */
  learningRate: number;
}

/** The figures of one training step. */
export interface BatchLogs {
  /** The number of the epoch, from 0. */
  epoch: number;
  /** The number of the batch, from 0. */
  batch: number;
  /** Batches in this epoch. */
  batches: number;
  /** Loss of the batch, class weights and penalties included. */
  loss: number;
}
