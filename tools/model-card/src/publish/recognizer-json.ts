import { ORIGINAL } from '@ser/eval';
import { familiarityToJson } from '@ser/recognizer';
import { PRIOR_CLIPS } from '../voices/adaptation.ts';
import type { Choices } from './choose.ts';
import type { Published } from './train-published.ts';

/** So many digits of a temperature and a threshold are published: 1,200 clips know no more. */
const DIGITS = 4;

/**
 * What the recogniser needs beside the weights, as it stands in `recognizer.json`.
 *
 * @param published the average voice of each variant, and what the models are familiar with
 * @param versions the variants in which a clip is scored; others are left out
 */
export function recognizerJson(
  { plain, adapted }: Pick<Choices, 'plain' | 'adapted'>,
  { averages, familiar, familiarAdapted }: Omit<Published, 'files'>,
  versions: readonly string[],
): string {
  const rounded = (value: number): number => Number(value.toPrecision(DIGITS));
  const own = [ORIGINAL, ...versions].map((variant) => {
    const average = averages.get(variant);
    if (!average) throw new Error(`recognizerJson: there is no average voice of ${variant}`);
    return [variant, base64OfFloats(average)] as const;
  });
  const config = {
    version: 1,
    name: 'functionals-lda, RAVDESS actors 1 to 20',
    temperature: rounded(plain.temperature),
    familiarity: {
      threshold: rounded(plain.threshold),
      conditions: familiarityToJson(familiar),
    },
    adapted: {
      temperature: rounded(adapted.temperature),
      priorClips: PRIOR_CLIPS,
      threshold: rounded(adapted.threshold),
      conditions: familiarityToJson(familiarAdapted),
      averages: Object.fromEntries(own),
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

/** Float32, little-endian, in base64. */
function base64OfFloats(values: ArrayLike<number>): string {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < values.length; k++) view.setFloat32(4 * k, values[k], true);
  return Buffer.from(bytes).toString('base64');
}
