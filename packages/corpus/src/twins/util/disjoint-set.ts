/** The numbers from 0 to `count` - 1 in groups that can be merged; scipy's `DisjointSet`. */
export class DisjointSet {
  readonly #parents: Uint32Array;

  constructor(count: number) {
    this.#parents = Uint32Array.from({ length: count }, (_, i) => i);
  }

  /** The number that stands for the group of `i`. */
  find(i: number): number {
    let root = i;
    while (this.#parents[root] !== root) {
      this.#parents[root] = this.#parents[this.#parents[root]];
      root = this.#parents[root];
    }
    return root;
  }

  /** Makes one group of those of `a` and `b`. */
  merge(a: number, b: number): void {
    this.#parents[this.find(b)] = this.find(a);
  }
}
