import { dot } from './compare-sounds.ts';

/**
 * `b` moved by `lag` samples and by the part of a sample that puts it over `a` best: the weights of
 * two neighbours that fit `a` over the whole sound. A lag in whole samples turns a high tone by up
 * to a quarter of its period, so that a copy would not agree.
 */
export function fitLag(a: Float32Array, b: Float32Array, lag: number): Float32Array {
  const moved = Float32Array.from(a, (_, i) => b[i + lag] ?? 0);
  const next = Float32Array.from(a, (_, i) => b[i + lag + 1] ?? 0);
  const all = { at: 0, lag: 0, length: a.length };
  const [xx, yy, xy] = [dot(moved, moved, all), dot(next, next, all), dot(moved, next, all)];
  const [ax, ay] = [dot(a, moved, all), dot(a, next, all)];
  const determinant = xx * yy - xy * xy;
  if (!(determinant > 1e-6 * xx * yy)) return moved;
  const u = (ax * yy - ay * xy) / determinant;
  const v = (ay * xx - ax * xy) / determinant;
  return moved.map((x, i) => u * x + v * next[i]);
}
