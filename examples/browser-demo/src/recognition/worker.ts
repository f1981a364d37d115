import { serveJobs } from '../jobs/serve-jobs.ts';
import { analyse } from './jobs/analyse.ts';
import { calibrate } from './jobs/calibrate.ts';
import { compare } from './jobs/compare.ts';
import { example } from './jobs/example.ts';
import { explain } from './jobs/explain.ts';
import type { Jobs } from './jobs/jobs.ts';
import { readModel } from './jobs/read-model.ts';
import { sniff } from './jobs/sniff.ts';
import { warm } from './jobs/warm.ts';
import { writeWav } from './jobs/write-wav.ts';

serveJobs<Jobs>({
  warm,
  sniff,
  analyse,
  example,
  calibrate,
  compare,
  explain,
  'read-model': readModel,
  'write-wav': writeWav,
});
