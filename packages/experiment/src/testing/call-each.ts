/** What became of one of several calls. */
export interface CallOutcome {
  readonly name: string;
  /** What it threw; undefined where it returned. */
  readonly error?: { readonly name: string; readonly code?: unknown };
  /** Seconds of processor time that it took, of all threads. */
  readonly cpuSeconds: number;
}

/** Makes calls one after the other in this process, and says what became of each. */
export async function callEach(
  calls: Readonly<Record<string, () => unknown>>,
): Promise<CallOutcome[]> {
  const outcomes: CallOutcome[] = [];
  for (const [name, call] of Object.entries(calls)) {
    const before = process.cpuUsage();
    let error: CallOutcome['error'];
    try {
      await call();
    } catch (thrown) {
      const { name: kind, code } = thrown as { name: string; code?: unknown };
      error = { name: kind, code };
    }
    const { user, system } = process.cpuUsage(before);
    outcomes.push({ name, ...(error && { error }), cpuSeconds: (user + system) / 1e6 });
  }
  return outcomes;
}
