import { descriptorNames } from '../../functionals/descriptors/descriptor-names.ts';
import { DESCRIBED_CEPSTRA } from '../../functionals/descriptors/descriptors.ts';
import { zeros } from '../../util/matrix.ts';
import type { FeatureKind } from '../feature-kind.ts';

/**
 * Low-level descriptors of speech, as `functionals` summarises them: 16 cepstra of 64 mel bands in
 * dB, `cepstrum_1` … `cepstrum_16`; the level in dB, `level`; pitch in octaves from 200 Hz, linear
 * over unvoiced frames and 0 in a clip without pitch, `pitch`; and the highest peak of the
 * autocorrelation, `periodicity`.
 */
export interface LldConfig {
  readonly kind: 'lld';
}

export const lldKind: FeatureKind<LldConfig> = {
  kind: 'lld',
  checks: {},
  names: descriptorNames,
  rows(_, analysis) {
    const { cepstra, level, line, periodicity, frames } = analysis.descriptors('lld');
    const result = zeros(DESCRIBED_CEPSTRA + 3, frames);
    for (let c = 0; c < DESCRIBED_CEPSTRA; c++) {
      for (let t = 0; t < frames; t++) {
        result.data[c * frames + t] = cepstra.values[t * cepstra.channels + c];
      }
    }
    [level, line, periodicity].forEach((track, i) => {
      result.data.set(track, (DESCRIBED_CEPSTRA + i) * frames);
    });
    return result;
  },
};
