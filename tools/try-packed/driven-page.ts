/** A page in a browser that is driven from outside. */
export interface DrivenPage {
  /** The value of an expression in the page, which JSON must be able to hold. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Milliseconds between two looks. */
const PAUSE = 200;

/** Waits until a browser, or a page in it, has what is asked for. */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  let failure: unknown;
  const limit = 30_000;
  for (let waited = 0; waited < limit; waited += PAUSE) {
    const found = await ask().catch((error) => {
      failure = error;
      return undefined;
    });
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  throw new Error(`${what}: nothing came within ${limit} ms`, { cause: failure });
}
