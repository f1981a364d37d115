import { ORIGINAL } from '@ser/eval';
import { type Table, voiceAverages } from '@ser/experiment';
import type { Classifier } from '@ser/model';
import { FAMILIAR_VARIANTS } from '@ser/recognizer';
import { standardize } from '../voices/test-voices.ts';

/**
 * What a model saw of its training rows, by the conditions that count as familiar.
 *
 * @param isAdapted whether every voice was brought to the average voice before
 */
export function familiarExamples(
  table: Table,
  train: readonly number[],
  classifier: Classifier,
  isAdapted: boolean,
): Map<string, Float32Array[]> {
  const { rows, x, names } = table;
  const size = names.length;
  const base = isAdapted ? voiceAverages(table, train).get(ORIGINAL) : undefined;
  const examples = new Map<string, Float32Array[]>();
  for (const variant of FAMILIAR_VARIANTS) {
    const own = train.filter((row) => rows[row].variant === variant);
    const speakers = [...new Set(own.map((row) => rows[row].speaker))];
    const seen = speakers.flatMap((speaker) => {
      const voice = own.filter((row) => rows[row].speaker === speaker);
      // The centre of one voice is the average of it alone.
      const centre = base && voiceAverages(table, voice).get(variant);
      return voice.map((row) => {
        const example = x.slice(row * size, (row + 1) * size);
        if (base && centre) for (let k = 0; k < size; k++) example[k] -= centre[k] - base[k];
        return standardize(classifier, example);
      });
    });
    examples.set(variant, seen);
  }
  return examples;
}
