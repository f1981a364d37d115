import { encodeWav } from '../sound/encode-wav.ts';
import { makeExample } from '../sound/examples.ts';
import type { Job } from './job.ts';

export const example: Job<'example'> = async ({ name }) => ({
  bytes: encodeWav(makeExample(name)),
});
