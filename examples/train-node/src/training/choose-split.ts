import {
  clipSplits,
  holdoutSplit,
  type ProtocolName,
  referenceSplit,
  SPEAKER_FOLDS,
  type Split,
  speakerSplits,
} from '@ser/eval';
import { CliError } from '../console/cli-error.ts';
import type { TableRow } from '../table/feature-table.ts';
import type { RunConfig } from './run-config.ts';

export type { ProtocolName };

/** How many test folds a protocol has. */
export function foldCount({ protocol, folds }: Pick<RunConfig, 'protocol' | 'folds'>): number {
  return { reference: 1, holdout: 1, clip: folds, speaker: SPEAKER_FOLDS.length }[protocol];
}

/** The rows that train, choose and test under the run's protocol. */
export function chooseSplit(
  rows: TableRow[],
  {
    protocol,
    fold,
    folds,
    channels,
    seed,
  }: Pick<RunConfig, 'protocol' | 'fold' | 'folds' | 'channels' | 'seed'>,
): Split {
  const splits = {
    reference: () => [referenceSplit(rows, { seed })],
    clip: () => clipSplits(rows, { folds, seed, channels }),
    // The literature tests on speech alone, whatever trains.
    speaker: () =>
      speakerSplits(rows, {
        seed,
        channels: channels.includes('speech') ? ['speech'] : channels,
        trainChannels: channels,
      }),
    holdout: () => [holdoutSplit(rows, { seed, channels })],
  }[protocol]();
  const split = splits[fold - 1];
  for (const part of ['train', 'validation', 'test'] as const) {
    if (split[part].length === 0) {
      throw new CliError(
        'too-little-data',
        `the protocol ${protocol} leaves no ${part} clips in this data; choose another with --protocol, or give more --data`,
      );
    }
  }
  return split;
}
