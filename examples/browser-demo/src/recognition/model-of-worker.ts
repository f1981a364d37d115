import type { PublishedModel } from '@ser/ravdess-data/model';
import { recognition } from './recognition.ts';

/** The published model, file by file from the worker, which has it (weights-once.ts). */
export const publishedModel: PublishedModel = {
  name: '@ser/ravdess-data functionals-lda',
  read: (file) => recognition().run('read-model', { file }),
};
