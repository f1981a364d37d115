import { type ExtractorConfig, parseExtractorConfig, parseVariantConfigs } from '@ser/features';
import * as v from 'valibot';
import { parseJson } from '../../util/parse-json.ts';
import { parseWith } from '../../util/parse-with.ts';
import type { Table } from '../table.ts';
import { METADATA_KEY, MOST_LABELS } from './table-columns.ts';

/** Of what a table says of itself. */
const MOST_BYTES = 2 ** 20;

const length = v.pipe(v.number(), v.integer(), v.minValue(1));

const schema = v.object({
  version: v.literal(1),
  extractor: v.unknown(),
  variants: v.optional(v.unknown()),
  labels: v.pipe(v.array(v.string()), v.maxLength(MOST_LABELS)),
  shape: v.pipe(v.array(length), v.minLength(1), v.maxLength(2)),
});

/** What `writeParquet` says of a table beside its rows. */
export interface TableMetadata extends Pick<Table, 'labels' | 'shape' | 'variants'> {
  readonly extractor: ExtractorConfig;
}

/**
 * Reads what a file says of its table; undefined where another program wrote it.
 *
 * @param file its name, for messages
 */
export function readTableMetadata(
  file: string,
  metadata: ReadonlyMap<string, string>,
): TableMetadata | undefined {
  const text = metadata.get(METADATA_KEY);
  if (text === undefined) return undefined;
  const where = `${file}: ${METADATA_KEY}`;
  const { extractor, variants, labels, shape } = parseWith(
    schema,
    where,
    parseJson(new TextEncoder().encode(text), MOST_BYTES),
    'bad-table',
  );
  return {
    extractor: parseExtractorConfig(extractor),
    ...(variants !== undefined && { variants: parseVariantConfigs(variants) }),
    labels,
    shape,
  };
}
