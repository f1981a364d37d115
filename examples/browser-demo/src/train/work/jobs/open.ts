import { extractorOf, RECIPES } from '@ser/experiment';
import { type LoadedData, setCurrentData } from '../data/loaded-data.ts';
import { openSource } from '../data/open-source.ts';
import { defaultProtocol } from '../data/speaker-lists.ts';
import type { TrainJob } from '../jobs.ts';
import { isSameJson } from '../same-json.ts';

/** The recipe for sound, as the command line chooses. */
const OF_SOUND = 'functionals-lda';

let turns = 0;

export const open: TrainJob<'open'> = async (source) => {
  const turn = ++turns;
  const { data, problems } = await openSource(source);
  // One that was asked for later may be there already.
  if (turn === turns) setCurrentData(data);
  const { name, rows, labels, speakers } = data;
  const known = (values: Iterable<string>) => [...new Set(values)].filter(Boolean).sort();
  return {
    name,
    clips: rows.length,
    labels,
    speakers: known(rows.map(({ speaker }) => speaker)),
    conditions: known(rows.map(({ condition = '' }) => condition)),
    hasSound: data.clips !== undefined,
    recipe: recipeFor(data),
    protocol: defaultProtocol(speakers, rows),
    problems,
  };
};

function recipeFor({ table }: LoadedData): string {
  if (!table) return OF_SOUND;
  for (const [name, recipe] of RECIPES) {
    if (isSameJson(extractorOf(recipe), table.extractor)) return name;
  }
  return OF_SOUND;
}
