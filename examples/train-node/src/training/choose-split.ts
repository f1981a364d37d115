import {
  clipSplits,
  holdoutSplit,
  type PROTOCOLS,
  referenceSplit,
  type Split,
  speakerSplits,
} from '@ser/eval';
import { CliError } from '../console/cli-error.ts';
import type { TableRow } from '../table/feature-table.ts';
import type { RunConfig } from './run-config.ts';

export type ProtocolName = keyof typeof PROTOCOLS;

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
    speaker: () => speakerSplits(rows, { seed, channels }),
    holdout: () => [holdoutSplit(rows, { seed, channels })],
  }[protocol]();
  if (fold > splits.length) {
    throw new CliError(
      'usage',
      `--fold must be at most ${splits.length} under the protocol ${protocol}, got ${fold}`,
      {
        exitCode: 2,
      },
    );
  }
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
