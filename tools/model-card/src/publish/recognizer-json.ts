import { ORIGINAL } from '@ser/eval';
import { PRIOR_CLIPS } from '../voices/adaptation.ts';
import type { Choices } from './choose.ts';

/** So many digits of a temperature and a threshold are published: 240 clips know no more. */
const DIGITS = 4;

/**
 * What the recogniser needs beside the weights, as it stands in `recognizer.json`.
 *
 * @param averages the average voice of each variant
 * @param versions the variants in which a clip is scored; others are left out
 */
export function recognizerJson(
  { plain, adapted }: Pick<Choices, 'plain' | 'adapted'>,
  averages: ReadonlyMap<string, Float64Array>,
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
    familiarity: { threshold: rounded(plain.threshold) },
    adapted: {
      temperature: rounded(adapted.temperature),
      priorClips: PRIOR_CLIPS,
      threshold: rounded(adapted.threshold),
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
