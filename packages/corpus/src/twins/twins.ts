/** Two clips or more that hold one recording; plain JSON. */
export interface Twins {
  /** The clips' ids, sorted. The first may stand for the recording. */
  ids: string[];
  /** The clips' files, in the order of the ids. */
  files: string[];
}
