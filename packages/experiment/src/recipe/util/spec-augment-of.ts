import { specAugment } from '@ser/features';
import type { Augment } from '@ser/model';
import type { SpecAugmentRecipe } from '../recipe.ts';

/**
 * SpecAugment as a batch's augmentation: each example of the batch, `[frames, values]`, gets masks
 * of its own.
 */
export function specAugmentOf({
  timeMasks,
  timeWidth,
  frequencyMasks,
  frequencyWidth,
}: SpecAugmentRecipe): Augment {
  return (x, { shape: [frames, values], size, random }) => {
    const length = frames * values;
    for (let i = 0; i < size; i++) {
      const example = x.subarray(i * length, (i + 1) * length);
      // An example's rows are frames, where specAugment's are bands.
      const { data } = specAugment(
        { data: example, shape: [frames, values] },
        {
          random,
          frequencyMasks: timeMasks ?? 2,
          frequencyWidth: timeWidth ?? 40,
          timeMasks: frequencyMasks ?? 2,
          timeWidth: frequencyWidth ?? 27,
        },
      );
      example.set(data);
    }
  };
}
