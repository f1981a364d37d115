import { specAugment } from '@ser/features';
import type { Augment } from '@ser/model';
import type { SpecAugmentRecipe } from '../recipe.ts';

/**
 * SpecAugment as an augmentation of batches: each example, `[frames, features]`, gets masks of its
 * own.
 */
export function specAugmentOf({
  timeMasks = 2,
  timeWidth = 40,
  frequencyMasks = 2,
  frequencyWidth = 27,
}: SpecAugmentRecipe): Augment {
  return (x, { shape: [frames, features], size, random }) => {
    const length = frames * features;
    for (let i = 0; i < size; i++) {
      const example = x.subarray(i * length, (i + 1) * length);
      // The rows of an example are frames, where those of specAugment's matrix are bands.
      const masked = specAugment(
        { data: example, shape: [frames, features] },
        {
          random,
          frequencyMasks: timeMasks,
          frequencyWidth: timeWidth,
          timeMasks: frequencyMasks,
          timeWidth: frequencyWidth,
        },
      );
      example.set(masked.data);
    }
  };
}
