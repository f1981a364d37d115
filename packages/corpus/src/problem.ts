/** One file that is left out, or has a fault, and why; plain JSON. */
export interface Problem {
  file: string;
  /** The code of a `CorpusError`, or a `WavProblemCode`. */
  code: string;
  message: string;
}
