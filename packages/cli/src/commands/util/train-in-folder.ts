import { type AnyTable, ExperimentError, type Plan, type RunPorts } from '@ser/experiment';
import type { Command } from 'commander';
import { openClipCache } from '../../cache/clip-cache.ts';
import { CliError } from '../../console/cli-error.ts';
import { commandName } from '../../console/command-name.ts';
import { Interrupted, withInterrupt } from '../../console/interrupt.ts';
import { PhaseTimes } from '../../console/phase-times.ts';
import { type Problem, type Problems, withProblems } from '../../console/problems.ts';
import { print } from '../../console/progress.ts';
import { isBackend, startBackend } from '../../console/start-backend.ts';
import { terminalReporter } from '../../console/terminal-reporter.ts';
import { visible } from '../../console/visible.ts';
import { writeJson } from '../../console/write-json.ts';
import { writeLines } from '../../console/write-lines.ts';
import { TableMemory, tableBudget } from '../../data/table-memory.ts';
import type { DataSet } from '../../data-sets/data-set.ts';
import { checkModel } from '../../runs/check-model.ts';
import { loadPlanTable } from '../../runs/load-plan-table.ts';
import { openPlanData } from '../../runs/open-plan-data.ts';
import { RunFolder } from '../../runs/run-folder.ts';
import { versions } from '../../runs/versions.ts';
import { checkResume, type TrainingOptions } from './training-options.ts';

/** What sets a command that trains apart from the other. */
export interface TrainingCommand {
  kind: Plan['kind'];
  /** The plan of a new run. */
  plan: () => Promise<NewRun>;
  work: (plan: Plan, table: AnyTable, ports: TrainingPorts) => Promise<Trained>;
  /** What is printed below the report. */
  footer: (folder: string) => string;
  /** Whether other processes train other runs in the same folder. Default false. */
  isShared?: boolean;
}

/** Where the work is done. */
export interface TrainingPorts extends RunPorts {
  /** Of the run's folder. */
  folder: string;
}

/** What came of the work. */
export interface Trained {
  summary: object;
  report: string;
}

/** A run that begins. */
export interface NewRun {
  plan: Plan;
  /** Of its folder, unless the user gives one. */
  name: string;
  /** A line for people on how the plan came to be; printed once the data fit it. Default: none. */
  note?: string;
  /** Whose clips are trained on. */
  dataSet: DataSet;
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
export function trainInFolder(
  dataSet: DataSet,
  command: TrainingCommand,
  options: TrainingOptions,
  self: Command,
): Promise<void> {
  if (options.resume) checkResume(self);
  return withProblems((problems) => train(dataSet, command, { options, self, problems }));
}

async function train(
  own: DataSet,
  { kind, plan: newPlan, work, footer, isShared = false }: TrainingCommand,
  { options, self, problems }: { options: TrainingOptions; self: Command; problems: Problems },
): Promise<void> {
  const times = new PhaseTimes();
  times.begin('read');
  const budget = tableBudget(process.env.SER_TABLE_MEMORY);
  const cache = await openClipCache(options);
  const begun = options.resume ? undefined : await newPlan();
  const { folder, plan } = begun
    ? { folder: await createFolder(begun, options.out, isShared), plan: begun.plan }
    : await RunFolder.open(options.resume ?? '', kind);
  const { report: reporter, stop } = terminalReporter();
  const memory = new TableMemory(folder.path, budget);
  try {
    // Once all is trained, Ctrl-C lets the reports be written.
    const { summary, lines } = await withInterrupt(async (signal) => {
      const { backend } = plan;
      if (!isBackend(backend)) {
        throw new CliError(
          'missing-backend',
          `${folder.path} was trained on ${backend}, which is unknown here`,
        );
      }
      await startBackend(backend, options.threads);
      const dataSet = begun?.dataSet ?? (await openPlanData(own, plan));
      checkModel(plan, dataSet.labels);
      const table = await loadPlanTable(dataSet, plan, {
        problems,
        reporter(event) {
          if (event.kind === 'extract') times.begin('extracted');
          reporter(event);
        },
        signal,
        note: begun?.note,
        cache,
        memory,
      });
      times.begin('trained');
      const ports = { store: folder.store, reporter, signal, versions: versions() };
      const { summary, report } = await work(plan, table, { ...ports, folder: folder.path });
      return { summary, lines: linesOf(report, table) };
    });
    stop();
    print(`${times}`);
    const place: FolderSummary = { out: folder.path, problems: problems.list };
    if (options.json) writeJson({ ...summary, ...place });
    else writeLines(['', ...lines, footer(folder.path)]);
  } catch (error) {
    stop();
    const resume = isShared
      ? 'the same command'
      : `${commandName()} ${self.name()} --resume ${folder.path}`;
    if (Interrupted.isInstance(error)) {
      print(
        isShared
          ? 'Saved. Give the same command again to go on.'
          : `Saved. Continue with: ${resume}`,
      );
      throw error;
    }
    const isRemoved = await folder.removeUnused().catch(() => false);
    throw isRemoved ? error : withWayOn(error, resume);
  } finally {
    stop();
    await memory.close();
    await folder.release();
  }
}

function createFolder(
  { plan, name }: NewRun,
  wanted: string | undefined,
  isShared: boolean,
): Promise<RunFolder> {
  return isShared && wanted !== undefined
    ? RunFolder.join(plan, wanted)
    : RunFolder.create(plan, name, wanted);
}

/** The lines of a report. A newline in the name of a label or a speaker begins none. */
function linesOf(report: string, { labels, rows }: AnyTable): string[] {
  const names = new Set([...labels, ...rows.map(({ speaker }) => speaker)]);
  let text = report;
  for (const name of names) if (name.includes('\n')) text = text.replaceAll(name, visible(name));
  return text.split('\n');
}

/** Where the machine refused something, such as space on a full disk, the run itself is sound. */
function withWayOn(error: unknown, resume: string): unknown {
  if (ExperimentError.isInstance(error) && error.code === 'failed-runs') {
    const hint = `What is finished is kept. Train the rest again with: ${resume}`;
    return new CliError('lost-job', error.message, { hint, cause: error });
  }
  if (!(error instanceof Error) || !('syscall' in error)) return error;
  const hint = `Once this is mended, continue with: ${resume}`;
  return new CliError('unwritable-path', error.message, { hint, cause: error });
}
