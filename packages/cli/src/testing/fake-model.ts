import { type ExtractorConfig, presets, type VariantConfig } from '@ser/features';
import { EMOTIONS } from '@ser/ravdess';
import { vi } from 'vitest';
import type { LoadedModel } from '../runs/with-model.ts';
import { withModel } from '../runs/with-model.ts';

/** What {@link fakeModel} was asked for. */
export interface FakeModel {
  /** The folder that `--model` named. */
  asked: string | undefined;
  /** The examples that it was to predict. */
  examples: Float32Array[];
  /** The versions of each clip that it was to predict together. */
  versions: Float32Array[][];
}

/**
 * Has commands get a model that scores by a rule, where a test has mocked `runs/with-model.ts`.
 *
 * @param scoreOf the score of each emotion for an example, in the order of the emotions
 * @param extractor what the model needs of a clip. Default: the preset summary162.
 * @param testVariants in which it scores clips too. Default: none; the first version decides.
 */
export function fakeModel(
  scoreOf: (example: Float32Array) => readonly number[],
  extractor: ExtractorConfig = presets.summary162,
  testVariants: readonly VariantConfig[] = [],
): FakeModel {
  const fake: FakeModel = { asked: undefined, examples: [], versions: [] };
  const classifier = {
    labels: EMOTIONS,
    testVariants,
    async predictVersions(clips: Float32Array[][]) {
      fake.versions.push(...clips);
      return this.predict(clips.map(([first]) => first));
    },
    async predict(examples: Float32Array[]) {
      fake.examples.push(...examples);
      return examples.map((example) => {
        const scores = scoreOf(example);
        return {
          label: EMOTIONS[scores.indexOf(Math.max(...scores))],
          scores: Object.fromEntries(EMOTIONS.map((label, i) => [label, scores[i]])),
        };
      });
    },
  };
  vi.mocked(withModel).mockImplementation((folder, task) => {
    fake.asked = folder;
    const model = {
      name: folder ?? 'runs/newest',
      folder: folder ?? 'runs/newest',
      isPublished: folder === 'published',
      classifier,
      extractor,
      testVariants,
    };
    return task(model as unknown as LoadedModel, new AbortController().signal);
  });
  return fake;
}
