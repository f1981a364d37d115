import { createExtractor, type ExtractorConfig } from '@ser/features';
import type { Recipe } from '../recipe.ts';

/**
 * The input shape of a model, as its features dictate it: `[values, 1]` for the CNN and the
 * discriminant analysis of a vector, `[frames, values]` for either network over a sequence.
 *
 * @param fail is called with what is wrong where the two do not fit
 */
export function inputShapeOf(
  kind: Recipe['model']['kind'],
  extractor: ExtractorConfig,
  fail: (why: string) => never,
): [steps: number, channels: number] {
  const { shape } = createExtractor(extractor);
  if (shape.length === 1) {
    return kind !== 'frames'
      ? [shape[0], 1]
      : fail('must be cnn for features that are no sequences (`"statistic": null`), got frames');
  }
  if (kind === 'lda') return fail('must be cnn or frames for sequences, got lda');
  const [frames, values] = shape;
  return frames > 0
    ? [frames, values]
    : fail('needs sequences of one length: give `features` its `frames`');
}
