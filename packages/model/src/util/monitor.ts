import { ModelError } from '../model-error.ts';
import type { EpochLogs } from '../training/epoch-logs.ts';

const METRICS = ['loss', 'accuracy', 'valLoss', 'valAccuracy'] as const;

/** A figure that a callback can watch. */
export type MonitoredMetric = (typeof METRICS)[number];

/** Throws a ModelError `bad-argument` unless there is such a figure. */
export function checkMetric(caller: string, name: string, value: MonitoredMetric): void {
  if (METRICS.includes(value)) return;
  throw new ModelError(
    'bad-argument',
    `${caller}: \`${name}\` must be one of ${METRICS.join(', ')}, got ${value}`,
  );
}

/**
 * Reads the figure from the logs, with its sign such that lower is better.
 *
 * @throws {ModelError} `bad-argument` when the logs do not have it.
 */
export function monitoredLoss(
  caller: string,
  monitor: MonitoredMetric,
  logs: Partial<Pick<EpochLogs, MonitoredMetric>>,
): number {
  const value = logs[monitor];
  if (value === undefined) {
    throw new ModelError(
      'bad-argument',
      `${caller}: \`monitor\` is '${monitor}', which needs \`validation\` examples, ` +
        'and fit got none',
    );
  }
  return monitor.endsWith('ccuracy') ? -value : value;
}
