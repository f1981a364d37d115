// The groups of functionals, in the order of their values, a line each.
import type { Group } from '../group.ts';
import { cepstra, cepstraSteps, extremeCepstra, voicedCepstra } from './cepstra.ts';
import { conditionalCepstra, conditionalDescriptors } from './conditional.ts';
import { contour } from './contour.ts';
import { accelerationCovariance, correlation, covariance, voicedCovariance } from './covariance.ts';
import { deltaMoments } from './delta-moments.ts';
import { higherMoments } from './higher-moments.ts';
import { level } from './level.ts';
import { longTermSpectrum, melDistribution } from './mel-bands.ts';
import { cepstraModulation, melModulation, prosodyModulation } from './modulation.ts';
import { pitch } from './pitch.ts';
import { CHANNEL_SCALES, slopeCovariance } from './slope-covariance.ts';
import { SOFTENING } from './softened.ts';
import { thirds } from './thirds.ts';
import { voicing } from './voicing.ts';

/** Functionals that belong together. */
export type FunctionalGroup =
  | 'cepstra'
  | 'cepstraSteps'
  | 'longTermSpectrum'
  | 'voicedCepstra'
  | 'level'
  | 'contour'
  | 'pitch'
  | 'voicing'
  | 'prosodyModulation'
  | 'cepstraModulation'
  | 'melModulation'
  | 'melDistribution'
  | 'covariance'
  | 'correlation'
  | 'deltaMoments4'
  | 'conditionalCepstra'
  | 'deltaMoments1'
  | 'deltaMoments10'
  | 'deltaMoments20'
  | 'voicedCovariance'
  | 'slopeCovariance2'
  | 'accelerationCovariance'
  | 'higherMoments'
  | 'thirds'
  | 'conditionalDescriptors'
  | 'extremeCepstra'
  | 'slopeCovariance10';

/** The scaled channels of `slopeCovariance10` are some 20 times as small as the others. */
const SCALED_SOFTENING = 0.03;

/** All groups. */
export const GROUPS: Readonly<Record<FunctionalGroup, Group>> = {
  cepstra,
  cepstraSteps,
  longTermSpectrum,
  voicedCepstra,
  level,
  contour,
  pitch,
  voicing,
  prosodyModulation,
  cepstraModulation,
  melModulation,
  melDistribution,
  covariance,
  correlation,
  deltaMoments4: /* @__PURE__ */ deltaMoments(4),
  conditionalCepstra,
  deltaMoments1: /* @__PURE__ */ deltaMoments(1),
  deltaMoments10: /* @__PURE__ */ deltaMoments(10),
  deltaMoments20: /* @__PURE__ */ deltaMoments(20),
  voicedCovariance,
  slopeCovariance2: /* @__PURE__ */ slopeCovariance(2, SOFTENING, null),
  accelerationCovariance,
  higherMoments,
  thirds,
  conditionalDescriptors,
  extremeCepstra,
  slopeCovariance10: /* @__PURE__ */ slopeCovariance(10, SCALED_SOFTENING, CHANNEL_SCALES),
};
