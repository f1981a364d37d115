import { egemaps } from '../../egemaps/egemaps.ts';
import { egemapsNames } from '../../egemaps/names.ts';
import type { FeatureKind } from '../feature-kind.ts';
import type { Analysis } from '../util/analysis.ts';
import { checkEgemapsSignal } from '../util/check-egemaps-signal.ts';

/**
 * The 88 functionals of eGeMAPSv02 of a whole clip, under openSMILE's names. The extractor's frames
 * must be those of eGeMAPS: `nFft` 60 ms, `hopLength` 10 ms, `center` false. Clips have at least
 * 60 ms, and rates are from 8,000 Hz on.
 */
export interface EgemapsConfig {
  readonly kind: 'egemaps';
}

export const egemapsKind: FeatureKind<EgemapsConfig> = {
  kind: 'egemaps',
  checks: {},
  summarises: true,
  names: egemapsNames,
  rows: (_, analysis) => {
    const data = valuesOf(analysis);
    return { data, shape: [data.length, 1] };
  },
  means: (_, analysis) => valuesOf(analysis),
};

function valuesOf({ samples, config }: Analysis): Float32Array {
  checkEgemapsSignal('egemaps', config);
  return egemaps(samples, { sampleRate: config.sampleRate });
}
