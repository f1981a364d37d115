import { egemapsLld } from '../../egemaps/egemaps.ts';
import { egemapsLldNames } from '../../egemaps/names.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { checkEgemapsSignal } from '../util/check-egemaps-signal.ts';

/**
 * The 25 low-level descriptors of eGeMAPSv02, under openSMILE's names. The extractor's frames must
 * be those of the kind `egemaps`; there is one more of them than there are whole ones.
 */
export interface EgemapsLldConfig {
  readonly kind: 'egemapsLld';
}

export const egemapsLldKind: FeatureKind<EgemapsLldConfig> = {
  kind: 'egemapsLld',
  checks: {},
  names: egemapsLldNames,
  rows(_, { samples, config }) {
    checkEgemapsSignal('egemapsLld', config);
    return egemapsLld(samples, { sampleRate: config.sampleRate });
  },
};
