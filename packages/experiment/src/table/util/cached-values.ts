import { ORIGINAL } from '@ser/eval';
import { canonicalJson } from '../../util/canonical-json.ts';
import type { CachedFeatures } from '../feature-cache.ts';
import { rowSize, type Table } from '../table.ts';

/**
 * The features in a cached table, by clip. None where it was extracted in another way than the
 * wanted one. Its labels and speakers do not count: those of the clips may have changed.
 */
export function cachedValues(
  cached: Table | undefined,
  wanted: Table,
): ReadonlyMap<string, CachedFeatures> {
  const kindOf = ({ extractor, variants, names, shape }: Table): string =>
    canonicalJson({ extractor, variants, names, shape });
  if (!cached || kindOf(cached) !== kindOf(wanted)) return new Map();
  const size = rowSize(cached);
  const found = new Map<string, CachedFeatures>();
  cached.rows.forEach(({ clip, variant }, i) => {
    const values = cached.x.subarray(i * size, (i + 1) * size);
    found.set(clip, [...(found.get(clip) ?? []), { name: variant, values }]);
  });
  const variants = [ORIGINAL, ...(wanted.variants ?? []).map(({ name }) => name)];
  const isWhole = (values: CachedFeatures): boolean =>
    values.map(({ name }) => name).join() === variants.join();
  return new Map([...found].filter(([, values]) => isWhole(values)));
}
