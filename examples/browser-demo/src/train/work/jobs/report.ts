import { RUN_FILES } from '@ser/experiment';
import type { TrainJob } from '../jobs.ts';
import { readText } from '../run-store.ts';

export const report: TrainJob<'report'> = async () => {
  const html = await readText(RUN_FILES.html);
  if (html === undefined) throw new Error('The run has no report yet.');
  return html;
};
