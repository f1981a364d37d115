import type { Classifier } from '@ser/model';
import type { TrainedSplit } from '../trained-split.ts';

/** What fitting one model on one split gives. */
export interface FittedModel extends Pick<TrainedSplit, 'history' | 'millisecondsPerStep'> {
  /** Of rows from which the offsets of their voices were subtracted; the caller disposes of it. */
  readonly classifier: Classifier;
}
