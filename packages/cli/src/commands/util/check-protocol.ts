import type { ProtocolName } from '@ser/eval';
import { CliError, wrongUsage } from '../../console/cli-error.ts';
import type { DataSet } from '../../data-sets/data-set.ts';

/** The protocols that ask nobody who speaks. */
const WITHOUT_SPEAKERS: readonly ProtocolName[] = ['clip', 'reference'];

/**
 * Checks that a protocol can be carried out with what is known of a data set's speakers.
 *
 * @throws CliError `wrong-usage` for `selection` of another data set than its own; `other-data`
 *   where nobody knows who speaks
 */
export function checkProtocol(
  { speakers }: Pick<DataSet, 'speakers'>,
  protocol: ProtocolName,
): void {
  if (WITHOUT_SPEAKERS.includes(protocol)) return;
  if (speakers === null) {
    throw new CliError(
      'other-data',
      `--protocol ${protocol} needs two speakers or more, whom the data does not name`,
      {
        hint:
          'Say who speaks: a column speaker in --labels FILE.csv, --labels folders/speaker, or ' +
          '(?<speaker>…) in a scheme; or test clips of the same speakers with --protocol clip.',
      },
    );
  }
  if (protocol === 'selection' && speakers.selection === undefined) {
    throw wrongUsage(
      '--protocol selection is for RAVDESS alone, on whose speakers recipes were chosen; ' +
        'take --protocol speaker',
    );
  }
}
