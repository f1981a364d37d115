import type { PythonPeer } from '../peers/python-peer.ts';
import { calls } from './calls.ts';
import type { Work } from './work.ts';

/** Functions beside one peer in Python, whose rows have the same names. */
export function beside(
  python: PythonPeer,
  peer: string,
  ours: Readonly<Record<string, () => unknown>>,
): Work[] {
  return Object.entries(ours).map(([name, run]) => ({
    name,
    prepare: () => ({ ours: calls(run), peers: { [peer]: python.side(name) } }),
  }));
}
