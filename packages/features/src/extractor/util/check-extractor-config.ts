import { checkWindow } from '../../filters/get-window.ts';
import { type Check, checkFields, checkObject, type FieldChecks } from '../../util/check-fields.ts';
import { badArgument, checkCount } from '../../util/checks.ts';
import {
  atMost,
  boolean,
  integer,
  nonNegative,
  nullOr,
  oneOf,
  positive,
  within,
} from '../../util/field-checks.ts';
import {
  MAX_DECIBELS,
  MAX_EXTRACTOR_FFT,
  MAX_FEATURES,
  MAX_SAMPLE_RATE,
  MAX_SECONDS,
  MAX_SEQUENCE,
  MAX_STATISTICS,
} from '../../util/limits.ts';
import type { ExtractorConfig } from '../extractor-config.ts';
import { checkStatistic } from '../statistics.ts';
import { signalFraming } from './analysis.ts';
import { checkWork } from './check-work.ts';
import { findKind, kindNames, kindOf } from './kind-of.ts';

const features: Check = (caller, path, value) => {
  if (!Array.isArray(value) || value.length === 0) {
    throw badArgument(caller, path, 'a list of at least one feature', value);
  }
  checkCount(caller, path, value, MAX_FEATURES);
  value.forEach((feature, i) => {
    checkFeature(caller, `${path}[${i}]`, feature);
  });
};

const checkFeature: Check = (caller, path, feature) => {
  checkObject(caller, path, feature);
  const kind = findKind(feature.kind);
  if (!kind) {
    throw badArgument(caller, `${path}.kind`, `one of ${kindNames().join(', ')}`, feature.kind);
  }
  checkFields(caller, path, feature, { kind: oneOf(kind.kind), ...kind.checks });
};

const statistic: Check = (caller, path, value) => {
  if (value === null) return;
  if (!Array.isArray(value)) {
    checkStatistic(caller, path, value);
    return;
  }
  if (value.length === 0) throw badArgument(caller, path, 'a list of at least one', value);
  checkCount(caller, path, value, MAX_STATISTICS);
  value.forEach((each, i) => {
    checkStatistic(caller, `${path}[${i}]`, each);
  });
};

const CHECKS: FieldChecks<ExtractorConfig> = {
  sampleRate: atMost(MAX_SAMPLE_RATE, positive),
  offset: atMost(MAX_SECONDS, nonNegative),
  duration: nullOr(atMost(MAX_SECONDS, positive)),
  level: nullOr(within(-MAX_DECIBELS, MAX_DECIBELS)),
  trim: nullOr(atMost(MAX_DECIBELS, positive)),
  nFft: integer(1, MAX_EXTRACTOR_FFT),
  hopLength: integer(1),
  winLength: integer(1, MAX_EXTRACTOR_FFT),
  window: checkWindow,
  center: boolean,
  padMode: oneOf('constant', 'edge', 'reflect', 'symmetric'),
  features,
  statistic,
  frames: nullOr(integer(1, MAX_SEQUENCE)),
};

/**
 * Throws unless `config` is the configuration of an extractor, with its options and no other, which
 * fit together.
 */
export function checkExtractorConfig(
  caller: string,
  config: unknown,
): asserts config is ExtractorConfig {
  checkOptions(caller, config);
  const { statistic = 'mean', frames = null } = config;
  if (frames !== null && statistic !== null) {
    throw badArgument(caller, 'frames', 'null beside a statistic', frames);
  }
  checkSummaries(caller, config);
  signalFraming(caller, config);
  checkWork(caller, config);
}

/** Throws unless each option of `config` is valid by itself. */
function checkOptions(caller: string, config: unknown): asserts config is ExtractorConfig {
  checkFields(caller, '', config, CHECKS, { required: ['sampleRate', 'features'], root: 'config' });
}

/** Throws where a feature that summarises the clip itself is beside another statistic than `mean`. */
function checkSummaries(caller: string, { features, statistic = 'mean' }: ExtractorConfig): void {
  const summary = features.find((feature) => kindOf(feature).summarises);
  if (summary === undefined || statistic === 'mean') return;
  throw badArgument(caller, 'statistic', `'mean' beside the kind '${summary.kind}'`, statistic);
}
