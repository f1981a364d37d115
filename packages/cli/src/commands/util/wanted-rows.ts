import { ORIGINAL } from '@ser/eval';
import type { Table } from '@ser/experiment';
import { InvalidArgumentError } from 'commander';
import { CliError, wrongUsage } from '../../console/cli-error.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import type { OpenedData } from '../../data-sets/open-data-set.ts';
import { checkChannels } from './check-channels.ts';

/** The options that say on which rows a model is tested. */
export interface WantedOptions {
  /** The data set's own speakers. Default: all. */
  actors?: string[];
  /** Speakers, as they are named in the data. Default: all. */
  speakers?: string;
  /** One condition of the data, or `'all'`. */
  channels: string;
}

/** Which rows are tested. */
export interface Wanted {
  /** Undefined: all. */
  speakers: readonly string[] | undefined;
  /** Undefined: all. */
  condition: string | undefined;
  /** In words. */
  name: string;
}

/**
 * What the options ask for.
 *
 * @throws CliError `wrong-usage` for speakers and conditions that the data do not have
 */
export function wantedOf(
  own: DataSet,
  { dataSet, labelling }: OpenedData,
  { actors, speakers: list, channels }: WantedOptions,
): Wanted {
  if (actors && labelling?.from) {
    throw wrongUsage(`--actors is for ${own.name}; name the speakers with --speakers`);
  }
  checkChannels(dataSet, channels);
  const speakers = actors ?? (list === undefined ? undefined : parseSpeakers(dataSet, list));
  const condition = channels === 'all' ? undefined : channels;
  const whose = speakers ? ` of the ${actors ? 'actors' : 'speakers'} ${speakers.join(', ')}` : '';
  return { speakers, condition, name: `${condition ? `${condition} ` : ''}clips${whose}` };
}

function parseSpeakers(dataSet: DataSet, list: string): string[] {
  try {
    return dataSet.parseSpeakers(list);
  } catch (cause) {
    if (!(cause instanceof InvalidArgumentError)) throw cause;
    throw wrongUsage(`--speakers ${list}: ${cause.message}`, cause);
  }
}

/**
 * Which rows are originals of the speakers and the condition that are asked for.
 *
 * @throws CliError `no-clips` where none is
 */
export function wantedIndices(rows: Table['rows'], wanted: Wanted): number[] {
  const found = [...rows.keys()].filter(
    (i) => rows[i].variant === ORIGINAL && isWanted(wanted, rows[i]),
  );
  if (found.length > 0) return found;
  throw new CliError('no-clips', `the data holds no original ${wanted.name}`);
}

/** Whether a row is of the speakers and the condition that are asked for. */
export function isWanted(
  { speakers, condition: wanted }: Wanted,
  { speaker, condition }: { speaker: string; condition?: string },
): boolean {
  return (
    (!speakers || speakers.includes(speaker)) && (wanted === undefined || wanted === condition)
  );
}
