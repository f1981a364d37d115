/** One row of the page: us beside one peer, or alone. */
export interface Figure {
  readonly work: string;
  /** Milliseconds, the least; null where we could not be measured. */
  readonly ours: number | null;
  /** Null where the work has no peer. */
  readonly peer: string | null;
  /** Milliseconds, the least; null where there is no peer, or none was measured. */
  readonly theirs: number | null;
  /** Why a side was not measured. */
  readonly missing?: string;
}

/** The rows that were measured together. */
export interface GroupFigures {
  readonly name: string;
  readonly heading: string;
  readonly about: string;
  /** The day, as YYYY-MM-DD. */
  readonly measured: string;
  readonly processor: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly figures: readonly Figure[];
}

/** How many times as fast as the peer we are; null where a side is not known. */
export function ratioOf({ ours, theirs }: Figure): number | null {
  return ours === null || theirs === null ? null : theirs / ours;
}

/** What names a row inside its group. */
export function keyOf({ work, peer }: Figure): string {
  return peer === null ? work : `${work}, beside ${peer}`;
}
