import { sniffFormat } from '@ser/corpus';
import type { Job } from './job.ts';

/** So many first bytes are enough for `sniffFormat`. */
const FIRST_BYTES = 4096;

export const sniff: Job<'sniff'> = async ({ file }) =>
  sniffFormat(new Uint8Array(await file.slice(0, FIRST_BYTES).arrayBuffer()));
