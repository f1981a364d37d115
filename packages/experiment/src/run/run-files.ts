/** The files of a run, in its store. */
export const RUN_FILES = {
  /** The plan that the run was begun with, see `Plan`. */
  plan: 'plan.json',
  /** Versions and the fingerprint of the rows, see `Provenance`. */
  provenance: 'provenance.json',
  /** Which clips trained, chose and tested, see `SplitRecord`. */
  split: 'split.json',
  /** What resuming needs; removed when the run has ended. */
  state: 'resume.bin',
  /** The figures of each epoch, with the columns of Keras. */
  history: 'history.csv',
  /** Of every test clip, see `Predictions`. */
  predictions: 'predictions.json',
  /** The figures for people. */
  report: 'report.txt',
  /** The same with plots. */
  html: 'report.html',
  /** The figures. They are written last: a run that has them is finished. */
  metrics: 'metrics.json',
  /** Of a cross-validation that shards share: what merging them needs, and is removed by it. */
  shards: 'shards.json',
} as const;
