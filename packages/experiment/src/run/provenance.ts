/** With what and of what a run was made: its `provenance.json`. */
export interface Provenance {
  /** Of the packages that computed it, by name. */
  versions: Record<string, string>;
  /** What the run was begun with. */
  data: {
    rows: number;
    /** Of the rows' descriptions and values; empty where the platform has no digest. */
    sha256: string;
  };
}
