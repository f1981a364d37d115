import { measureWork } from '../work/measure-work.ts';
import type { Group } from '../work/work.ts';
import type { Figure, GroupFigures } from './figures.ts';
import { type Machine, runtimeVersions } from './machine.ts';

/** Measures all rows of a group; `report` hears of each when its turn comes. */
export async function measureGroup(
  name: string,
  group: Group,
  { processor, today }: Machine,
  report: (line: string) => void,
): Promise<GroupFigures> {
  const { heading, about, rounds = 5, budget = 150, works } = group;
  const figures: Figure[] = [];
  try {
    for (const work of works) {
      report(`${name}: ${work.name}`);
      const { ours, peers } = await measureWork(work, { rounds, budget });
      const mine =
        'missing' in ours ? { ours: null, missing: ours.missing } : { ours: ours.milliseconds };
      for (const [peer, outcome] of Object.entries(peers)) {
        const theirs =
          'missing' in outcome
            ? { theirs: null, missing: outcome.missing }
            : { theirs: outcome.milliseconds };
        figures.push({ work: work.name, peer, ...theirs, ...mine });
      }
      if (Object.keys(peers).length === 0) {
        figures.push({ work: work.name, peer: null, theirs: null, ...mine });
      }
    }
    const versions = { ...runtimeVersions(), ...(await group.versions?.()) };
    return { name, heading, about, measured: today, processor, versions, figures };
  } finally {
    group.close?.();
  }
}
