// Data, extraction and training. Nothing of it runs where the page is drawn.
import { serveJobs } from '../../jobs/serve-jobs.ts';
import { catalogue } from './jobs/catalogue.ts';
import { forget } from './jobs/forget.ts';
import { kept } from './jobs/kept.ts';
import { open } from './jobs/open.ts';
import { pack } from './jobs/pack.ts';
import { preview } from './jobs/preview.ts';
import { report } from './jobs/report.ts';
import { resume } from './jobs/resume.ts';
import { train } from './jobs/train.ts';
import type { TrainJobs } from './jobs.ts';

serveJobs<TrainJobs>({ catalogue, open, preview, train, resume, kept, report, pack, forget });
