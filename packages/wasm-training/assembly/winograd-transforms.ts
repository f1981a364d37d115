// The three transforms of a Winograd convolution, by the number of points.

import { transformDataSix, transformFilterSix, transformOutputSix } from './winograd-six';
import { transformDataTen, transformFilterTen, transformOutputTen } from './winograd-ten';

/** Rows that the filter and output transforms take, whatever they need of them. */
export const TRANSFORM_ROWS: i32 = 8;

/**
 * Transforms as many rows of data as there are points.
 *
 * @param rows Addresses of the rows.
 * @param bytes Of a row: whole vectors.
 * @param to Where the first vector of the first point goes.
 * @param pitch Bytes from a point to the next.
 * @param step Bytes from a vector to the next.
 */
export function transformData(
  points: i32,
  rows: usize,
  bytes: usize,
  to: usize,
  pitch: usize,
  step: usize,
): void {
  if (points === 6) transformDataSix(rows, bytes, to, pitch, step);
  else transformDataTen(rows, bytes, to, pitch, step);
}

/**
 * Transforms the rows of a filter.
 *
 * @param rows TRANSFORM_ROWS addresses. Those behind the filter's taps are of zeros.
 * @param last The address of the last tap.
 * @param isScaled Whether to scale, as one of the filter and output transforms must.
 */
export function transformFilter(
  points: i32,
  rows: usize,
  last: usize,
  isScaled: bool,
  bytes: usize,
  to: usize,
  pitch: usize,
  step: usize,
): void {
  if (points === 6) transformFilterSix(rows, last, isScaled, bytes, to, pitch, step);
  else transformFilterTen(rows, last, isScaled, bytes, to, pitch, step);
}

/**
 * Transforms products back.
 *
 * @param from Where the first vector of the first point lies; the others lie behind it.
 * @param rows TRANSFORM_ROWS addresses. Those of no output are of a row that nobody reads.
 * @param last The address of the last output.
 * @param offset Bytes to add to all addresses of rows.
 */
export function transformOutput(
  points: i32,
  from: usize,
  pitch: usize,
  isScaled: bool,
  bytes: usize,
  rows: usize,
  last: usize,
  offset: usize,
): void {
  if (points === 6) transformOutputSix(from, pitch, isScaled, bytes, rows, last, offset);
  else transformOutputTen(from, pitch, isScaled, bytes, rows, last, offset);
}
