import { type FrameMoments, frameMoments } from '../kernels/frame-moments.ts';
import { centred, deviations, means } from './moments.ts';
import { crossMoments } from './second-moments.ts';
import { framesOf, type Tracks, weightedFrames } from './tracks.ts';

/**
 * Reads moments of some frames of tracks: see `FrameMoments`. On WebAssembly SIMD where the platform
 * has it, and the same bits elsewhere.
 */
export function jointMoments(x: Tracks): FrameMoments {
  return frameMoments(x) ?? inJavaScript(x);
}

function inJavaScript(x: Tracks): FrameMoments {
  return {
    pairs(frames, terms, about) {
      const sums = weightedFrames(x, frames, terms);
      const centres = means(sums);
      const values = about === 'means' ? centred(sums, centres) : sums;
      return { deviations: deviations(sums, centres), products: crossMoments(values, values) };
    },
    across(frames, terms) {
      const values = framesOf(x, frames);
      const sums = weightedFrames(x, frames, terms);
      const centres = means(values);
      return {
        deviations: deviations(values, centres),
        otherDeviations: deviations(sums, means(sums)),
        products: crossMoments(centred(values, centres), sums),
      };
    },
  };
}
