import { functionalGroups, functionalNames, functionals } from '../../functionals/functionals.ts';
import type { FunctionalGroup } from '../../functionals/groups/index.ts';
import type { Check } from '../../util/check-fields.ts';
import { badArgument } from '../../util/checks.ts';
import type { FeatureKind } from '../feature-kind.ts';
import type { Analysis } from '../util/analysis.ts';

/**
 * Functionals of a whole clip: statistics of its low-level descriptors, `GROUP_VALUE` such as
 * `covariance_c1_level`. All groups have 4,171 values.
 */
export interface FunctionalsConfig {
  readonly kind: 'functionals';
  /** Which groups, in the order of their values. Default: all of them. */
  readonly groups?: readonly FunctionalGroup[];
}

const groups: Check = (caller, path, value) => {
  if (!Array.isArray(value) || value.length === 0) {
    throw badArgument(caller, path, 'a list of at least one group', value);
  }
  const known: readonly unknown[] = functionalGroups();
  value.forEach((group, i) => {
    if (!known.includes(group)) {
      throw badArgument(caller, `${path}[${i}]`, `one of ${known.join(', ')}`, group);
    }
    if (value.indexOf(group) < i) {
      throw badArgument(caller, `${path}[${i}]`, 'a group that is not there twice', group);
    }
  });
};

export const functionalsKind: FeatureKind<FunctionalsConfig> = {
  kind: 'functionals',
  checks: { groups },
  summarises: true,
  names: (config) => functionalNames(config.groups ?? functionalGroups()),
  rows: (config, analysis) => {
    const data = valuesOf(config, analysis);
    return { data, shape: [data.length, 1] };
  },
  means: valuesOf,
};

function valuesOf(config: FunctionalsConfig, analysis: Analysis): Float32Array {
  const clip = analysis.descriptors('functionals');
  return functionals(clip, config.groups ?? functionalGroups());
}
