// Data, extraction and training. Nothing of it runs where the page is drawn.
import { catalogue } from './jobs/catalogue.ts';
import { forget } from './jobs/forget.ts';
import { kept } from './jobs/kept.ts';
import { open } from './jobs/open.ts';
import { pack } from './jobs/pack.ts';
import { preview } from './jobs/preview.ts';
import { report } from './jobs/report.ts';
import { resume } from './jobs/resume.ts';
import { train } from './jobs/train.ts';
import type { TrainJob, TrainJobName, TrainReply, TrainRequest } from './jobs.ts';

const JOBS: { [Name in TrainJobName]: TrainJob<Name> } = {
  catalogue,
  open,
  preview,
  train,
  resume,
  kept,
  report,
  pack,
  forget,
};

const aborts = new Map<number, AbortController>();
const post = (reply: TrainReply): void => globalThis.postMessage(reply);

async function work(id: number, name: TrainJobName, input: unknown): Promise<void> {
  const abort = new AbortController();
  const { signal } = abort;
  aborts.set(id, abort);
  const ports = { signal, report: (progress: unknown) => post({ id, progress }) };
  try {
    post({ id, output: await (JOBS[name] as TrainJob<TrainJobName>)(input as never, ports) });
  } catch (error) {
    post({ id, error: faultOf(error, signal.aborted) });
  } finally {
    aborts.delete(id);
  }
}

function faultOf(error: unknown, isStopped: boolean): { message: string; code: string } {
  if (isStopped) return { message: 'It was stopped.', code: 'stopped' };
  if (!(error instanceof Error)) return { message: String(error), code: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { message: error.message, code };
}

globalThis.onmessage = ({ data }: MessageEvent<TrainRequest>) => {
  if ('cancel' in data) aborts.get(data.id)?.abort();
  else void work(data.id, data.job, data.input);
};
