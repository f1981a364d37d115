import type { Extractor } from './extractor.ts';
import type { ExtractorConfig } from './extractor-config.ts';
import { buildExtractor } from './util/build-extractor.ts';
import { checkExtractorConfig } from './util/check-extractor-config.ts';

/**
 * An extractor from its configuration.
 *
 * @example
 * const extractor = createExtractor(presets.summary162);
 * extractor.extract({ samples, sampleRate: 48_000 }); // Float32Array(162)
 *
 * @throws {FeatureError} for a configuration that no clip could be extracted with, and for options
 *   that it does not know.
 */
export function createExtractor(config: ExtractorConfig): Extractor {
  checkExtractorConfig('createExtractor', config);
  return buildExtractor('createExtractor', config);
}
