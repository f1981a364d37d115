/** The types of a job. All can be posted. */
export interface JobTypes {
  input: unknown;
  progress: unknown;
  output: unknown;
}

/** The types of all jobs of a worker, by name. */
export type JobList<Jobs> = { [Name in keyof Jobs]: JobTypes };

/** What a job has beside its input. */
export interface JobContext<Progress> {
  /** Aborted when the page wants no more of it. */
  readonly signal: AbortSignal;
  /** Tells the page what is known so far. */
  readonly report: (progress: Progress) => void;
}

/** Something that a worker does. */
export type Job<Types extends JobTypes> = (
  input: Types['input'],
  context: JobContext<Types['progress']>,
) => Promise<Types['output']>;
