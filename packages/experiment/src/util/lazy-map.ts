/** A map whose values are computed when they are first asked for, and once. */
export class LazyMap<Source, Value> implements ReadonlyMap<string, Value> {
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #compute: (key: string, source: Source) => Value;
  readonly #values = new Map<string, Value>();
  readonly #onMissing: (key: string) => void;

  /** @param onMissing is told a key that `get` does not find, and may throw */
  constructor(
    sources: Readonly<Record<string, Source>>,
    compute: (key: string, source: Source) => Value,
    onMissing: (key: string) => void = () => {},
  ) {
    this.#sources = new Map(Object.entries(sources));
    this.#compute = compute;
    this.#onMissing = onMissing;
  }

  get size(): number {
    return this.#sources.size;
  }

  has(key: string): boolean {
    return this.#sources.has(key);
  }

  get(key: string): Value | undefined {
    const source = this.#sources.get(key);
    if (source !== undefined) return this.#valueOf(key, source);
    this.#onMissing(key);
    return undefined;
  }

  keys(): MapIterator<string> {
    return this.#sources.keys();
  }

  values(): MapIterator<Value> {
    return this.#computed().values();
  }

  entries(): MapIterator<[string, Value]> {
    return this.#computed().entries();
  }

  forEach(use: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    this.#computed().forEach((value, key) => {
      use(value, key, this);
    });
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  #valueOf(key: string, source: Source): Value {
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    const value = this.#compute(key, source);
    this.#values.set(key, value);
    return value;
  }

  /** All values, in the order of the sources. */
  #computed(): Map<string, Value> {
    return new Map([...this.#sources].map(([key, source]) => [key, this.#valueOf(key, source)]));
  }
}
