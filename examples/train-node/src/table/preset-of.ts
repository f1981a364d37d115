import { isDeepStrictEqual } from 'node:util';
import { presets } from '@ser/features';
import { CliError } from '../console/cli-error.ts';
import type { PresetName } from './extract-table.ts';

/**
 * The preset that a saved model's features are.
 *
 * @throws CliError `no-extractor` for a model that does not say, or that takes other features
 */
export function presetOf(extractor: unknown): PresetName {
  const names = Object.keys(presets) as PresetName[];
  const name = names.find((preset) => isDeepStrictEqual(presets[preset], extractor));
  if (name === undefined) {
    throw new CliError(
      'no-extractor',
      `this model takes features that are no preset (${names.join(', ')}); train it with \`ser train\``,
    );
  }
  return name;
}
