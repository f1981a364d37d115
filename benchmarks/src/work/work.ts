/**
 * Something that can be timed: runs for about `budget` milliseconds, once at least.
 *
 * @returns The shortest time of a run, in milliseconds.
 */
export type Side = (budget: number) => Promise<number>;

/** Us and our peers at the same work. */
export interface Sides {
  readonly ours: Side;
  /** By the peer's name; none where the work has no peer. */
  readonly peers: Readonly<Record<string, Side>>;
  /** Gives back what the sides hold. */
  dispose?(): void;
}

/** A row of the page, or several, one a peer. */
export interface Work {
  /** What is done, which names the row inside its group. */
  readonly name: string;
  /** Makes what is timed, when its turn comes. */
  prepare(): Sides | Promise<Sides>;
}

/** Rows under one heading. */
export interface Group {
  readonly heading: string;
  /** What all rows have in common: the clip, the threads. */
  readonly about: string;
  /** How often all sides take turns. Default 5. */
  readonly rounds?: number;
  /** Milliseconds of a turn. Default 150. */
  readonly budget?: number;
  readonly works: readonly Work[];
  /** Versions of the peers, by name. */
  versions?(): Promise<Record<string, string>>;
  /** Ends what the peers run in. */
  close?(): void;
}
