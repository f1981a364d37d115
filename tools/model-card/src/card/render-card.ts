import type { Results } from '../results/results.ts';
import { valuesOf } from './values.ts';

/** `{{name}}` of a template. */
const SLOT = /\{\{([^{}]*)\}\}/g;

/**
 * The card: the template with its slots filled from the results.
 *
 * @throws Error for a slot that no value has, and for values that no slot asks for: what is
 *   measured stands in the card
 */
export function renderCard(template: string, results: Results): string {
  const values = valuesOf(results);
  const used = new Set<string>();
  const text = template.replace(SLOT, (_, name: string) => {
    if (!Object.hasOwn(values, name)) throw new Error(`card.md: there is no value for {{${name}}}`);
    used.add(name);
    return values[name];
  });
  const unused = Object.keys(values).filter((name) => !used.has(name));
  if (unused.length > 0) throw new Error(`card.md: no slot has {{${unused.join('}}, {{')}}}`);
  return text;
}
