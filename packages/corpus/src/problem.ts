/** One file that is left out, and why; plain JSON. */
export interface Problem {
  file: string;
  /** The code of a `CorpusError`. */
  code: string;
  message: string;
}
