import * as decibels from '../core/decibels.ts';
import type { Matrix } from '../util/matrix.ts';
import { jointDecibels } from './util/joint-decibels.ts';

/**
 * Power to decibels, as `powerToDb`, where `ref: 'max'` and `topDb` mean the maximum of
 * all channels, as in librosa.
 *
 * @param channels A matrix each, of one shape.
 * @returns As many matrices of that shape.
 * @throws {FeatureError} for channels of different shapes, and as the function of one matrix.
 */
export function powerToDb(
  channels: readonly Matrix[],
  options: decibels.DecibelOptions = {},
): Matrix[] {
  return jointDecibels('channels.powerToDb', channels, (values) =>
    decibels.powerToDb(values, options),
  );
}

/**
 * Amplitude to decibels, as `amplitudeToDb`, where `ref: 'max'` and `topDb` mean the
 * maximum of all channels, as in librosa.
 *
 * @param channels A matrix each, of one shape.
 * @returns As many matrices of that shape.
 * @throws {FeatureError} for channels of different shapes, and as the function of one matrix.
 */
export function amplitudeToDb(
  channels: readonly Matrix[],
  options: decibels.DecibelOptions = {},
): Matrix[] {
  return jointDecibels('channels.amplitudeToDb', channels, (values) =>
    decibels.amplitudeToDb(values, options),
  );
}
