import { type Check, checkFields } from '../util/check-fields.ts';
import { badArgument, checkCount } from '../util/checks.ts';
import { MAX_VARIANTS } from '../util/limits.ts';
import { checkSteps } from './util/check-steps.ts';
import type { VariantConfig } from './variant-config.ts';

/** The name of the rows of unchanged clips, which no variant may have. */
const ORIGINAL = 'original';

/**
 * Checks and types variants that came from a file.
 *
 * @param value Parsed JSON.
 * @returns `value`.
 * @throws {FeatureError} `bad-argument` that names the path in the value, such as
 *   `[1].steps[0].rate`; names must differ, and none may be `original`.
 */
export function parseVariantConfigs(value: unknown): readonly VariantConfig[] {
  checkVariantConfigs('parseVariantConfigs', '', value);
  return value;
}

/** Throws unless `value` is a list of variants. */
export function checkVariantConfigs(
  caller: string,
  path: string,
  value: unknown,
): asserts value is readonly VariantConfig[] {
  if (!Array.isArray(value)) throw badArgument(caller, path || 'value', 'a list', value);
  checkCount(caller, path || 'value', value, MAX_VARIANTS);
  const names = new Set<unknown>();
  value.forEach((variant: unknown, i) => {
    checkFields(caller, `${path}[${i}]`, variant, VARIANT, { required: ['name', 'steps'] });
    if (names.has(variant.name)) {
      throw badArgument(caller, `${path}[${i}].name`, 'another than those before', variant.name);
    }
    names.add(variant.name);
  });
}

const checkName: Check = (caller, path, name) => {
  if (typeof name === 'string' && name !== '' && name !== ORIGINAL) return;
  throw badArgument(caller, path, `a name that is not '${ORIGINAL}'`, name);
};

const checkSome: Check = (caller, path, steps) => {
  if (!Array.isArray(steps) || steps.length === 0) {
    throw badArgument(caller, path, 'a list of at least one step', steps);
  }
  checkSteps(caller, path, steps);
};

const VARIANT = { name: checkName, steps: checkSome };
