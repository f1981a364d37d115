import { createExtractor, type ExtractorConfig } from '@ser/features';
import { ExperimentError } from '../experiment-error.ts';
import { canonicalJson } from '../util/canonical-json.ts';
import { rowSize, type Table } from './table.ts';

/**
 * Checks that a table can be trained on: it holds the features that are wanted, every value is
 * finite, every label known, and no row is there twice.
 *
 * @param source where it came from, for messages
 * @throws ExperimentError `other-features`, `bad-table` or `duplicate-clip`
 */
export function checkTable(source: string, table: Table, extractor: ExtractorConfig): void {
  const { names, rows, x } = table;
  const size = rowSize(table);
  const expected = createExtractor(extractor).names;
  const isSameExtractor = canonicalJson(table.extractor) === canonicalJson(extractor);
  if (!isSameExtractor || names.join() !== expected.join()) {
    const got = isSameExtractor ? `others, such as ${names[0]}` : brief(table.extractor);
    throw new ExperimentError(
      'other-features',
      `${source} must hold the ${expected.length} features of the extractor ${brief(extractor)}, got ${got}`,
    );
  }
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad !== -1) {
    const { clip, variant } = rows[Math.floor(bad / size)];
    throw new ExperimentError(
      'bad-table',
      `${source}: ${names[bad % names.length]} of clip ${clip} (${variant}) must be finite, got ${x[bad]}`,
    );
  }
  const labels = new Set(table.labels);
  const unknown = rows.find(({ label }) => !labels.has(label));
  if (unknown) {
    throw new ExperimentError(
      'bad-table',
      `${source}: the label of clip ${unknown.clip} must be one of ${table.labels.join(', ')}, got ${unknown.label}`,
    );
  }
  const keys = new Set<string>();
  const twice = rows.find(({ clip, variant }) => keys.size === keys.add(`${clip} ${variant}`).size);
  if (twice) {
    throw new ExperimentError(
      'duplicate-clip',
      `${source} holds the clip ${twice.clip} (${twice.variant}) twice`,
    );
  }
}

/** An extractor in a few words: its features, rate and statistic. */
function brief({ features, sampleRate, statistic = 'mean' }: ExtractorConfig): string {
  const kinds = features.map(({ kind }) => kind).join('+');
  return `${kinds} at ${sampleRate} Hz (${statistic === null ? 'sequences' : statistic})`;
}
