import type { Check } from '../../util/check-fields.ts';
import { atMost, oneOf, positive, within } from '../../util/field-checks.ts';
import {
  MAX_DECIBELS,
  MAX_RT60,
  MAX_SAMPLE_RATE,
  MAX_SECONDS,
  MAX_STRETCH,
  MIN_EDGE,
} from '../../util/limits.ts';
import { range } from './range.ts';

// What the options of recording steps may be, for the functions and for steps from a file.

/** How many times as fast a recording is played. */
export const speedRate: Check = within(1 / MAX_STRETCH, MAX_STRETCH);

/** A ratio of powers in dB, or two between which it is drawn. */
export const decibelRange: Check = range(within(-MAX_DECIBELS, MAX_DECIBELS));

/** The colours of noise. */
export const noiseColour: Check = oneOf('white', 'red');

/** A rate in Hz. */
export const fileRate: Check = atMost(MAX_SAMPLE_RATE, positive);

/** An edge of a band in Hz, or two between which it is drawn. */
export const bandEdge: Check = range(within(MIN_EDGE, MAX_SAMPLE_RATE / 2));

/** The length of a part in seconds. */
export const partSeconds: Check = atMost(MAX_SECONDS, positive);

/** How long an echo lasts in seconds, or two between which it is drawn. */
export const echoSeconds: Check = range(atMost(MAX_RT60, positive));
