import type { Plan, RunPorts, Table } from '@ser/experiment';
import type { Command } from 'commander';
import { CliError } from '../../console/cli-error.ts';
import { commandName } from '../../console/command-name.ts';
import { Interrupted, withInterrupt } from '../../console/interrupt.ts';
import { type Problem, Problems } from '../../console/problems.ts';
import { print } from '../../console/progress.ts';
import { isBackend, startBackend } from '../../console/start-backend.ts';
import { terminalReporter } from '../../console/terminal-reporter.ts';
import { writeJson } from '../../console/write-json.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import { loadPlanTable } from '../../runs/load-plan-table.ts';
import { lockFolderOf } from '../../runs/lock-folder-of.ts';
import { RunFolder } from '../../runs/run-folder.ts';
import { withRunLock } from '../../runs/run-lock.ts';
import { versions } from '../../runs/versions.ts';
import { checkResume, type TrainingOptions } from './training-options.ts';

/** What sets a command that trains apart from the other. */
export interface TrainingCommand {
  kind: Plan['kind'];
  /** The plan of a new run, and the name of its folder unless the user gives one. */
  plan: () => Promise<{ plan: Plan; name: string }>;
  work: (plan: Plan, table: Table, ports: RunPorts) => Promise<{ summary: object; report: string }>;
  /** What is printed below the report. */
  footer: (folder: string) => string;
}

/** What `--json` prints beside the figures. */
interface FolderSummary {
  out: string;
  problems: Problem[];
}

/**
 * Runs a command that trains, in a folder of its own that nobody else writes into meanwhile: a new
 * one, or that of an interrupted run. Ctrl-C saves, and the message names the way to go on.
 */
export async function trainInFolder(
  dataSet: DataSet,
  { kind, plan: newPlan, work, footer }: TrainingCommand,
  options: TrainingOptions,
  self: Command,
): Promise<void> {
  if (options.resume) checkResume(self);
  const problems = new Problems();
  const { folder, plan } = options.resume
    ? await RunFolder.open(options.resume, kind)
    : await createFolder(await newPlan(), options.out);
  const { report: reporter, stop } = terminalReporter();
  try {
    const { summary, report } = await withRunLock(await lockFolderOf(folder.path), () =>
      // Once all is trained, Ctrl-C lets the reports be written.
      withInterrupt(async (signal) => {
        const { backend } = plan;
        if (!isBackend(backend)) {
          throw new CliError(
            'missing-backend',
            `${folder.path} was trained on ${backend}, which is unknown here`,
          );
        }
        const table = await loadPlanTable(dataSet, plan, folder, { problems, reporter, signal });
        await startBackend(backend, options.threads);
        const ports = { store: folder.store, reporter, signal, versions: versions() };
        return work(plan, table, ports);
      }),
    );
    const place: FolderSummary = { out: folder.path, problems: problems.list };
    if (options.json) writeJson({ ...summary, ...place });
    else process.stdout.write(`\n${report}\n${footer(folder.path)}\n`);
    process.exitCode = problems.exitCode;
  } catch (error) {
    stop();
    const resume = `${commandName()} ${self.name()} --resume ${folder.path}`;
    if (Interrupted.isInstance(error)) {
      print(`Saved. Continue with: ${resume}`);
      throw error;
    }
    const isRemoved = await folder.removeUnused().catch(() => false);
    throw isRemoved ? error : withWayOn(error, resume);
  } finally {
    stop();
  }
}

async function createFolder(
  { plan, name }: { plan: Plan; name: string },
  wanted: string | undefined,
): Promise<{ folder: RunFolder; plan: Plan }> {
  return { folder: await RunFolder.create(plan, name, wanted), plan };
}

/** Where the machine refused something, such as space on a full disk, the run itself is sound. */
function withWayOn(error: unknown, resume: string): unknown {
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  const message = `${error.message}\nOnce this is mended, continue with: ${resume}`;
  return new CliError('unwritable-path', message, { cause: error });
}
