import type { Labels } from '@ser/corpus';
import { AUDIO_ENDINGS, fromDirectory, fromZip } from '@ser/corpus/node';
import { dealSpeakers } from '@ser/eval';
import { InvalidArgumentError } from 'commander';
import type { DataSet } from './data-set.ts';
import type { DescribePath } from './describe-of.ts';

/** So many speakers a message names. */
const MOST_SPEAKERS = 24;

/** What reads the clips of a corpus that is labelled by the user. */
export function corpusSource(describe: DescribePath): Pick<DataSet, 'fromDirectory' | 'fromZip'> {
  // A label is named for every path, or an error says why not.
  const own = {
    describe: (path: string): Labels => describe(path) as Labels,
    endings: AUDIO_ENDINGS,
  };
  return {
    fromDirectory: (paths, options) => fromDirectory(paths, { ...options, ...own }),
    fromZip: (paths, options) => fromZip(paths, { ...options, ...own }),
  };
}

/** What a data set is made of that has no literature. */
export interface CorpusOptions {
  name: string;
  /** The classes in the order of a model's outputs. */
  labels: readonly string[];
  /** What is known of its clips, one row each. */
  rows: Iterable<Labels>;
  /** Where its clips come from. */
  source: Pick<DataSet, 'fromDirectory' | 'fromZip' | 'fromTable' | 'unmatched'>;
}

/** A data set of clips that are labelled by the user: its speakers are dealt. */
export function corpusDataSet({ name, labels, rows, source }: CorpusOptions): DataSet {
  const known = [...rows];
  const speakers = new Set(known.map(({ speaker }) => speaker).filter((speaker) => speaker !== ''));
  const conditions = new Set(
    known.map(({ condition }) => condition).filter((name) => name !== undefined),
  );
  return {
    name,
    labels,
    speakers: dealSpeakers(known),
    speakersHelp:
      'Speakers are dealt into at most five folds, as alike in labels and clips as may be.',
    parseSpeakers: (text) => parseNames(text, speakers),
    conditions: [...conditions].sort(),
    literatureConditions: null,
    ...source,
  };
}

function parseNames(text: string, known: ReadonlySet<string>): string[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length === 0) return [...new Set(names)].sort();
  const all = [...known].sort();
  const rest = all.length > MOST_SPEAKERS ? ', …' : '';
  const has =
    all.length === 0
      ? 'which names none'
      : `which has ${all.slice(0, MOST_SPEAKERS).join(', ')}${rest}`;
  throw new InvalidArgumentError(
    `It must list speakers of the data, ${has}; got ${unknown.join(', ')}.`,
  );
}
