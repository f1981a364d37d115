import type { KnownClasses } from '../util/known-classes.ts';
import { excited } from './excited.ts';
import { normalised } from './normalised.ts';
import type { Match, Pattern } from './pattern.ts';
import { sortGraph } from './sort-graph.ts';
import type { Model, Symbolic } from './symbolic.ts';

const PATTERNS: Pattern[] = [normalised, excited];

/** Merging layers mask nothing unless their inputs are masked. */
const MERGES = new Set(['Add', 'Average', 'Concatenate', 'Dot', 'Maximum', 'Minimum', 'Multiply']);

/** Something to compute: by its layer, or with the members of a match by one operation. */
export interface Step {
  result: Symbolic;
  match?: Match;
}

/**
 * The order in which a model is run, with parts of it fused. Undefined where nothing can be, and for
 * models with masks, inner models or several outputs, their own or a layer's, which tfjs runs.
 */
export function planGraph(model: Model, classes: KnownClasses): Step[] | undefined {
  if (model.outputs.length !== 1) return undefined;
  const sorted = sortGraph(model);
  if (sorted.length === 0 || !sorted.every((each) => isPlain(each, model, classes)))
    return undefined;
  const consumers = new Map<Symbolic, (Symbolic | undefined)[]>();
  const addConsumer = (of: Symbolic, by?: Symbolic): void => {
    consumers.set(of, [...(consumers.get(of) ?? []), by]);
  };
  for (const each of sorted) for (const input of each.inputs) addConsumer(input, each);
  addConsumer(model.outputs[0]);

  const matches = new Map<Symbolic, Match>();
  const inside = new Set<Symbolic>();
  for (const [i, end] of sorted.entries()) {
    for (const pattern of PATTERNS) {
      const match = pattern(end, { consumers, classes });
      if (!match) continue;
      // What runs in between would add its gradients elsewhere.
      const members = sorted.slice(i + 1 - match.members.length, i + 1);
      if (!match.members.every((each) => members.includes(each))) continue;
      matches.set(end, { ...match, members });
      for (const member of members) inside.add(member);
    }
  }
  if (matches.size === 0) return undefined;
  return sorted
    .filter((each) => matches.has(each) || !inside.has(each))
    .map((result) => ({ result, match: matches.get(result) }));
}

/** Whether a layer can be run by itself, without masks. */
function isPlain(
  { sourceLayer, inputs, outputTensorIndex }: Symbolic,
  model: Model,
  classes: KnownClasses,
): boolean {
  if ('layers' in sourceLayer || inputs.length === 0 || outputTensorIndex != null) return false;
  // Layers that make no masks have the method of all layers, which an input layer has too.
  const { computeMask } = model.inputs[0].sourceLayer;
  if (sourceLayer.computeMask === computeMask) return true;
  return MERGES.has(classes.nameOf(sourceLayer, 'call') ?? '');
}
