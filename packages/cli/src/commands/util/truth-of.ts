import { resolve } from 'node:path';
import { CorpusError } from '@ser/corpus';
import { wrongUsage } from '../../console/cli-error.ts';
import { type DescribePath, describeOf } from '../../data-sets/describe-of.ts';
import { mappedLabel } from '../../data-sets/mapped-labels.ts';
import { type LabellingOptions, readLabelling } from '../../data-sets/read-labelling.ts';

/** Gives the true label of a file; null where nobody knows it. */
export type TruthOf = (file: string) => string | null;

/**
 * What knows the true labels of files that are predicted; undefined where no option says them.
 *
 * @throws CliError `wrong-usage` for a map without labels; what reading the labels throws
 */
export async function openTruth(options: LabellingOptions): Promise<TruthOf | undefined> {
  const labelling = await readLabelling(options);
  if (!labelling) return undefined;
  const { from, map } = labelling;
  if (!from) throw wrongUsage('--label-map gives names to true labels; add --labels');
  const describe = await describeOf(from);
  return (file) => {
    const path = (from.kind === 'folders' ? resolve(file) : file).replaceAll('\\', '/');
    // A table finds the ends of paths by itself: less of one would be the row of another file.
    const label = from.kind === 'scheme' ? labelBelow(describe, path) : labelOf(describe, path);
    return label === undefined ? null : mappedLabel(map, label);
  };
}

/** The label of a path, or of what is left of it without its first folders. */
function labelBelow(describe: DescribePath, path: string): string | undefined {
  const names = path.split('/');
  for (let first = 0; first < names.length; first++) {
    const label = labelOf(describe, names.slice(first).join('/'));
    if (label !== undefined) return label;
  }
  return undefined;
}

/** Undefined for a path that is not labelled. */
function labelOf(describe: DescribePath, path: string): string | undefined {
  try {
    return describe(path)?.label;
  } catch (error) {
    if (!CorpusError.isInstance(error)) throw error;
    return undefined;
  }
}
