import type { ChromaOptions } from '../../filters/chroma.ts';
import { filterFrame } from '../../kernels/filter-frame.ts';
import { chromaBank } from '../../util/chroma-bank.ts';
import { boolean, finite, integer, nullOr, positive } from '../../util/field-checks.ts';
import { frameChroma } from '../../util/frame-chroma.ts';
import { MAX_FEATURE_ROWS } from '../../util/limits.ts';
import { TINY, vectorNorm } from '../../util/vector-norm.ts';
import type { FeatureKind } from '../feature-kind.ts';
import { needsWholeSignal } from '../util/needs-whole-signal.ts';
import { numbered } from '../util/numbered.ts';

/** Chromagram: `chroma_1`, `chroma_2`, … */
export interface ChromaConfig extends Readonly<ChromaOptions> {
  readonly kind: 'chroma';
  /** Exponent of the magnitude: 2 as in librosa, 1 for the reference recipe. Default 2. */
  readonly power?: number;
  /** Deviation from A440 in fractions of a class; null estimates it. Default null. */
  readonly tuning?: number | null;
}

export const chromaKind: FeatureKind<ChromaConfig> = {
  kind: 'chroma',
  checks: {
    power: positive,
    tuning: nullOr(finite),
    nChroma: integer(1, MAX_FEATURE_ROWS),
    ctroct: finite,
    octwidth: nullOr(positive),
    baseC: boolean,
  },
  weights: ({ nChroma = 12 }, bins) => nChroma * bins,
  names: ({ nChroma = 12 }) => numbered('chroma', nChroma),
  rows({ power = 2, nChroma, ctroct, octwidth, baseC, tuning }, analysis) {
    const { sampleRate } = analysis.config;
    const options = { sampleRate, nChroma, ctroct, octwidth, baseC, tuning };
    return frameChroma(analysis.spectrogram(), analysis.powers(power), options);
  },
  live({ power = 2, nChroma = 12, ctroct, octwidth, baseC, tuning = null }, source, path) {
    if (tuning === null) throw needsWholeSignal(`${path}.tuning`, 'a number', tuning);
    const { sampleRate, nFft } = source;
    const shape = { nChroma, ctroct, octwidth, baseC, tuning };
    const filters = chromaBank({ sampleRate, nFft, norm: 2, ...shape });
    const sums = new Float64Array(nChroma);
    const values = new Float32Array(nChroma);
    return (out, at) => {
      filterFrame(filters, source.power(power), sums, values);
      const greatest = vectorNorm(values, Number.POSITIVE_INFINITY, 0, nChroma);
      for (let c = 0; c < nChroma; c++) {
        out[at + c] = greatest < TINY ? values[c] : values[c] / greatest;
      }
    };
  },
};
