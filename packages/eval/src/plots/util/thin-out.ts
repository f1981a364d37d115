/**
 * A line of no more than about `most` points that looks like the whole one: the first and the last
 * point, and the lowest and the highest of each stretch between.
 */
export function thinOut<Point>(
  points: readonly Point[],
  most: number,
  heightOf: (point: Point) => number,
): Point[] {
  if (points.length <= most) return [...points];
  const stretches = Math.floor(most / 2);
  const kept = new Set([0, points.length - 1]);
  for (let stretch = 0; stretch < stretches; stretch++) {
    const from = Math.floor((stretch * points.length) / stretches);
    const to = Math.floor(((stretch + 1) * points.length) / stretches);
    let low = from;
    let high = from;
    for (let i = from; i < to; i++) {
      if (heightOf(points[i]) < heightOf(points[low])) low = i;
      if (heightOf(points[i]) > heightOf(points[high])) high = i;
    }
    kept.add(low).add(high);
  }
  return [...kept].sort((a, b) => a - b).map((i) => points[i]);
}
