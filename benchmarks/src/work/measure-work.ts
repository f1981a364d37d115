import type { Side, Work } from './work.ts';

/** What one side took in milliseconds, or why nobody knows. */
type Outcome = { readonly milliseconds: number } | { readonly missing: string };

export interface Measured {
  readonly ours: Outcome;
  readonly peers: Readonly<Record<string, Outcome>>;
}

/**
 * Us and all peers in turns, so that a busy neighbour costs all of them. The minimum of a side is
 * what its code costs without neighbours. A side that fails does not cost the others.
 */
export async function measureWork(
  work: Work,
  { rounds, budget }: { rounds: number; budget: number },
): Promise<Measured> {
  let sides: Awaited<ReturnType<Work['prepare']>>;
  try {
    sides = await work.prepare();
  } catch (error) {
    return { ours: { missing: reasonOf(error) }, peers: {} };
  }
  const { ours, peers, dispose } = sides;
  const all: [string | null, Side][] = [[null, ours], ...Object.entries(peers)];
  const outcomes = new Map<string | null, Outcome>();
  for (let round = 0; round < rounds; round++) {
    for (const [name, side] of all) {
      const past = outcomes.get(name);
      if (past && 'missing' in past) continue;
      try {
        const milliseconds = Math.min(await side(budget), past?.milliseconds ?? Infinity);
        outcomes.set(name, { milliseconds });
      } catch (error) {
        outcomes.set(name, { missing: reasonOf(error) });
      }
    }
  }
  dispose?.();
  const outcome = (name: string | null): Outcome =>
    outcomes.get(name) ?? { missing: 'no round ran' };
  return {
    ours: outcome(null),
    peers: Object.fromEntries(Object.keys(peers).map((name) => [name, outcome(name)])),
  };
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split('\n').at(-1) ?? message;
}
