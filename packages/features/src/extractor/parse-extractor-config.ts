import type { ExtractorConfig } from './extractor-config.ts';
import { buildExtractor } from './util/build-extractor.ts';
import { checkExtractorConfig } from './util/check-extractor-config.ts';

/**
 * Checks and types the configuration of an extractor that came from a file, such as a saved model
 * or a recipe.
 *
 * @example
 * const config = parseExtractorConfig(JSON.parse(text));
 * const extractor = createExtractor(config);
 *
 * @param value Parsed JSON.
 * @returns `value`.
 * @throws {FeatureError} `bad-argument` that names the path in the value, such as
 *   `features[2].nMels`: for an option that is unknown or out of range, and for options with which
 *   no clip could be extracted.
 */
export function parseExtractorConfig(value: unknown): ExtractorConfig {
  checkExtractorConfig('parseExtractorConfig', value);
  buildExtractor('parseExtractorConfig', value);
  return value;
}
