import { recognizer } from '../recognizer.ts';
import type { Job } from './job.ts';

export const warm: Job<'warm'> = async () => {
  const { labels } = await recognizer();
  return { labels };
};
