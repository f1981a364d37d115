import type { FeatureConfig } from '../extractor-config.ts';
import type { FeatureKind } from '../feature-kind.ts';
import * as kinds from '../kinds/index.ts';

const all = (): readonly FeatureKind<FeatureConfig>[] => Object.values(kinds);

/** The kind of that name; undefined where there is none. */
export function findKind(name: unknown): FeatureKind<FeatureConfig> | undefined {
  return all().find(({ kind }) => kind === name);
}

/** The kind of a feature whose configuration has been checked. */
export function kindOf({ kind }: FeatureConfig): FeatureKind<FeatureConfig> {
  const found = findKind(kind);
  if (!found) throw new Error(`unchecked kind ${kind}`);
  return found;
}

/** The names of all kinds, or of those that live frames can have. */
export function kindNames({ live = false }: { live?: boolean } = {}): string[] {
  return all().flatMap((each) => (live && !each.live ? [] : [each.kind]));
}
