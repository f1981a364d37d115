import { recognizer } from '../recognizer.ts';
import { makeExample } from '../sound/examples.ts';
import type { Job } from './job.ts';

export const warm: Job<'warm'> = async ({ voice }) => {
  const heard = await recognizer(voice);
  // The first sound takes longest: engines compile what runs often.
  await heard.recognize(makeExample('lively'));
  return { labels: heard.labels };
};
