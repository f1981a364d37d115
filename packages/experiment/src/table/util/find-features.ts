import { createExtractor, type ExtractorConfig, presets } from '@ser/features';
import { listNames } from './list-names.ts';
import { FRAME_COLUMN } from './table-columns.ts';

/** What of a file decides what its features are. */
export interface FeatureColumns {
  /** All columns but those that say what a row is, in the file's order. */
  readonly columns: readonly string[];
  /** Those of them that only number the rows. */
  readonly index: ReadonlySet<string>;
  /** Whether a column counts the frames of each clip. */
  readonly isSequence: boolean;
  /** What the file or the caller says they are; undefined where neither does. */
  readonly extractor: ExtractorConfig | undefined;
}

/**
 * What the features of a table are, and their names in the extractor's order. Where nobody says it,
 * they are those of the preset that has exactly these columns.
 *
 * @throws Error that names the columns which are missing, or too much
 */
export function findFeatures({ columns, index, isSequence, extractor }: FeatureColumns): {
  extractor: ExtractorConfig;
  names: readonly string[];
} {
  const found = extractor ?? findPreset(columns, index, isSequence);
  const { names, shape } = createExtractor(found);
  if (shape.length > 1 !== isSequence) {
    throw new Error(
      isSequence
        ? `it has a column ${FRAME_COLUMN} beside features that are no sequences`
        : `it lacks the column ${FRAME_COLUMN}, which counts the frames of each clip`,
    );
  }
  const { missing, extra } = compare(names, columns, index);
  const faults = [
    ...(missing.length > 0 ? [`lacks ${count(missing)}: ${listNames(missing)}`] : []),
    ...(extra.length > 0 ? [`has ${count(extra)} too much: ${listNames(extra)}`] : []),
  ];
  if (faults.length > 0) throw new Error(`it ${faults.join('; it ')}`);
  return { extractor: found, names };
}

function findPreset(
  columns: readonly string[],
  index: ReadonlySet<string>,
  isSequence: boolean,
): ExtractorConfig {
  const candidates = Object.entries(presets)
    .map(([name, config]) => {
      const extractor = createExtractor(config);
      const { missing, extra } = compare(extractor.names, columns, index);
      return { name, config, missing, extra, isFit: extractor.shape.length > 1 === isSequence };
    })
    .filter(({ isFit }) => isFit)
    .sort((a, b) => faultsOf(a) - faultsOf(b));
  const [best] = candidates;
  if (best && faultsOf(best) === 0) return best.config;
  const closest = best
    ? `; the closest is ${best.name}, beside which ` +
      [
        ...(best.missing.length > 0 ? [`it lacks ${listNames(best.missing)}`] : []),
        ...(best.extra.length > 0 ? [`it has ${listNames(best.extra)}`] : []),
      ].join(' and ')
    : '';
  throw new Error(
    `its metadata do not say what its features are, and its columns are those of no preset${closest}; ` +
      'say it with the option `extractor` (a preset or a configuration), or remove other columns',
  );
}

function compare(
  names: readonly string[],
  columns: readonly string[],
  index: ReadonlySet<string>,
): { missing: string[]; extra: string[] } {
  const [wanted, given] = [new Set(names), new Set(columns)];
  return {
    missing: names.filter((name) => !given.has(name)),
    extra: columns.filter((name) => !wanted.has(name) && !index.has(name)),
  };
}

function faultsOf({ missing, extra }: { missing: string[]; extra: string[] }): number {
  return missing.length + extra.length;
}

function count({ length }: readonly string[]): string {
  return length === 1 ? 'a column' : `${length} columns`;
}
