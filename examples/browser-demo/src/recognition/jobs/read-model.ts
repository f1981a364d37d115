import { publishedModel } from '@ser/ravdess-data/model';
import type { Job } from './job.ts';

export const readModel: Job<'read-model'> = ({ file }) => publishedModel.read(file);
