import type { RunJobs, Table } from '@ser/experiment';
import { JobChild } from './job-child.ts';
import type { JobSetup } from './messages.ts';

/** Jobs in processes of their own. */
export interface ProcessJobs extends RunJobs {
  /** Ends the processes. */
  close(): Promise<void>;
}

/**
 * Trains the runs of a cross-validation in processes. They start with the first runs, and each
 * trains several, one after the other. One that dies costs its run alone; the next run gets another.
 *
 * @param count how many runs are trained at a time
 */
export function processJobs(count: number, table: Table, setup: JobSetup): ProcessJobs {
  const all = new Set<JobChild>();
  const idle: JobChild[] = [];
  const start = async (): Promise<JobChild> => {
    const child = new JobChild();
    all.add(child);
    await child.begin(table, setup);
    return child;
  };
  const nextIdle = (): JobChild | undefined => {
    let child = idle.pop();
    // It may have died since its last run.
    while (child && !child.isAlive) child = idle.pop();
    return child;
  };
  return {
    count,
    async train(run, ports) {
      const child = nextIdle() ?? (await start());
      try {
        await child.train(run, ports);
      } finally {
        if (child.isAlive) idle.push(child);
      }
    },
    async close() {
      await Promise.all([...all].map((child) => child.close()));
    },
  };
}
