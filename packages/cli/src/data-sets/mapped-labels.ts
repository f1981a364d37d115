import type { Labelling } from './labelling.ts';

/** What a label is called under a map; null where its clips are left out. */
export function mappedLabel(map: Labelling['map'], label: string): string | null {
  return Object.hasOwn(map, label) ? map[label] : label;
}

/** Labels under a map, each once, without those that are left out. */
export function mappedLabels(map: Labelling['map'], labels: Iterable<string>): string[] {
  const names = new Set<string>();
  for (const label of labels) {
    const name = mappedLabel(map, label);
    if (name !== null) names.add(name);
  }
  return [...names];
}
