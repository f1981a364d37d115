import {
  clipSplits,
  holdoutSplit,
  type ProtocolName,
  referenceSplit,
  SPEAKER_FOLDS,
  type Split,
  speakerSplits,
  trainTestSplit,
} from '@ser/eval';
import { CliError } from '../console/cli-error.ts';
import type { TableRow } from '../table/feature-table.ts';
import type { RunConfig } from './run-config.ts';

export type { ProtocolName };

/** How many test folds a protocol has. */
export function foldCount({ protocol, folds }: Pick<RunConfig, 'protocol' | 'folds'>): number {
  return { reference: 1, holdout: 1, clip: folds, speaker: SPEAKER_FOLDS.length }[protocol];
}

/** Share of the training rows that validate, as in the reference recipe. */
const VALIDATION = 0.15;

/** What decides which rows train, choose and test. */
type SplitConfig = Pick<RunConfig, 'protocol' | 'folds' | 'channels' | 'seed'>;

/**
 * The rows that train, choose and test in one fold of the run's protocol. As in the reference recipe, the rows that validate
 * are 15 % of the training side's rows, drawn by the seed: they choose when to stop, share clips with what trains, and
 * have no part in the test.
 */
export function chooseSplit(
  rows: TableRow[],
  { fold, ...config }: SplitConfig & Pick<RunConfig, 'fold'>,
): Split {
  return withValidation(protocolSplits(rows, config)[fold - 1], config);
}

/** `chooseSplit` of every fold. */
export function chooseSplits(rows: TableRow[], config: SplitConfig): Split[] {
  return protocolSplits(rows, config).map((split) => withValidation(split, config));
}

function protocolSplits(
  rows: TableRow[],
  { protocol, folds, channels, seed }: SplitConfig,
): Split[] {
  return {
    reference: () => [referenceSplit(rows, { seed })],
    clip: () => clipSplits(rows, { folds, seed, channels, validation: 0 }),
    // The literature tests on speech alone, whatever trains.
    speaker: () =>
      speakerSplits(rows, {
        seed,
        channels: channels.includes('speech') ? ['speech'] : channels,
        trainChannels: channels,
        validationActors: 0,
      }),
    holdout: () => [holdoutSplit(rows, { seed, channels, validationActors: 0 })],
  }[protocol]();
}

function withValidation(split: Split, { protocol, seed }: SplitConfig): Split {
  // The reference split has drawn its own.
  if (protocol === 'reference') return split;
  if (split.test.length === 0 || split.train.length < 2) {
    throw new CliError(
      'too-little-data',
      `the protocol ${protocol} leaves no clips to ${split.test.length === 0 ? 'test' : 'train'} in this data; choose another with --protocol, or give more --data`,
    );
  }
  const { train, test } = trainTestSplit(split.train.length, { testSize: VALIDATION, seed });
  const drawn = (indices: number[]) => indices.map((i) => split.train[i]).sort((a, b) => a - b);
  return { train: drawn(train), validation: drawn(test), test: split.test };
}
