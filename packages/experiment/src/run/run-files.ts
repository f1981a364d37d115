/** The files of a run, in its store. */
export const RUN_FILES = {
  /** The {@link Plan}. */
  plan: 'plan.json',
  /** Versions and the fingerprint of the rows, see {@link Provenance}. */
  provenance: 'provenance.json',
  /** Which clips trained, chose and tested, see {@link SplitRecord}. */
  split: 'split.json',
  /** What resuming needs; removed when the run has ended. */
  state: 'resume.bin',
  history: 'history.csv',
  predictions: 'predictions.json',
  report: 'report.txt',
  html: 'report.html',
  /** The figures. They are written last: a run that has them is finished. */
  metrics: 'metrics.json',
} as const;
