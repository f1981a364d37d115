import { type ExtractorConfig, parseExtractorConfig, presets } from '@ser/features';
import { ExperimentError } from '../../experiment-error.ts';

/**
 * An extractor that a caller names by its preset or configures; undefined where it does neither.
 *
 * @throws ExperimentError `bad-argument` for what is none
 */
export function checkExtractor(
  caller: string,
  name: string,
  extractor: ExtractorConfig | string | undefined,
): ExtractorConfig | undefined {
  if (extractor === undefined) return undefined;
  const fail = (why: string, cause?: unknown): never => {
    throw new ExperimentError('bad-argument', `${caller}: \`${name}\` ${why}`, { cause });
  };
  if (typeof extractor === 'string') {
    if (Object.hasOwn(presets, extractor)) return presets[extractor as keyof typeof presets];
    return fail(
      `must be a configuration or one of ${Object.keys(presets).join(', ')}, got ${extractor}`,
    );
  }
  try {
    return parseExtractorConfig(extractor);
  } catch (cause) {
    return fail(`is none: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  }
}
