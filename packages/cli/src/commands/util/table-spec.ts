import { extractorOf, type PresetName, testVariantsOf, variantsOf } from '@ser/experiment';
import {
  createExtractor,
  type ExtractorConfig,
  presets,
  REFERENCE_VARIANTS,
  type VariantConfig,
} from '@ser/features';
import { wrongUsage } from '../../console/cli-error.ts';
import { findRecipe } from '../../runs/find-recipe.ts';

/** What of `ser features`' options says what a table holds. */
export interface TableSpecOptions {
  /** Default `'summary162'`. */
  preset: PresetName;
  /** Takes the place of the preset. Default: none. */
  recipe?: string;
  /**
   * Default: true with a recipe, else false. Without them a recipe keeps those in which it scores
   * tested clips.
   */
  variants?: boolean;
  /** Refused: a table has the excerpt of its preset or recipe. Default: none. */
  offset?: number;
  /** Refused, as `offset`. Default: none. */
  duration?: number;
}

/** What a table of features holds. */
export interface TableSpec {
  extractor: ExtractorConfig;
  variants: readonly VariantConfig[];
}

/**
 * What the table holds that `ser features --out` writes: the features and variants of a recipe, or
 * else those of a preset.
 *
 * @throws CliError `wrong-usage` for a recipe that is none, and for features that no table can hold
 */
export function tableSpec(options: TableSpecOptions): TableSpec {
  const { recipe, variants, offset, duration } = options;
  if (offset !== undefined || duration !== undefined) {
    throw wrongUsage(
      '--out extracts the excerpt of the preset or recipe; leave --offset and --duration out',
    );
  }
  if (recipe !== undefined) {
    const own = findRecipe(recipe);
    return {
      extractor: extractorOf(own),
      variants: (variants ?? true) ? variantsOf(own) : testVariantsOf(own),
    };
  }
  const extractor = presets[options.preset];
  if (createExtractor(extractor).shape.some((size) => size < 1)) {
    throw wrongUsage(
      `--out needs sequences of one length, which the preset ${options.preset} does not give; ` +
        'take --recipe with a recipe whose `features` have `frames`, such as --recipe frames',
    );
  }
  return { extractor, variants: variants ? REFERENCE_VARIANTS : [] };
}
