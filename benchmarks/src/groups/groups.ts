import type { Group } from '../work/work.ts';

/** In the order of the page. Each is loaded when its turn comes: what one needs does not stop another. */
export const GROUPS: Readonly<Record<string, () => Promise<Group>>> = {
  transforms: async () => (await import('./transforms.ts')).transforms(),
  'features-frames': async () => (await import('./features-frames.ts')).featuresFrames(),
  'features-resample': async () => (await import('./features-resample.ts')).featuresResample(),
  features: async () => (await import('./features.ts')).features(),
  'features-egemaps': async () => (await import('./features-egemaps.ts')).featuresEgemaps(),
  'features-voice': async () => (await import('./features-voice.ts')).featuresVoice(),
  'features-constant-q': async () => (await import('./features-constant-q.ts')).featuresConstantQ(),
  'features-separation': async () =>
    (await import('./features-separation.ts')).featuresSeparation(),
  'features-kaldi': async () => (await import('./features-kaldi.ts')).featuresKaldi(),
  'features-dataset': async () => (await import('./features-dataset.ts')).featuresDataset(),
  'training-step': async () => (await import('./training-step.ts')).trainingStep(),
  recurrent: async () => (await import('./recurrent.ts')).recurrent(),
  starting: async () => (await import('./starting.ts')).starting(),
};
