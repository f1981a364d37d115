/** The golden section: what is kept of an interval. */
const GOLDEN = (3 - Math.sqrt(5)) / 2;

/** Twice this of the position is how far apart two looks are, at least. */
const PRECISION = 1.5e-8;

/** How close to the place the search ends. */
const TOLERANCE = 1e-10;

/** Looks after which the best one counts. */
const MOST_STEPS = 60;

/**
 * The place of the greatest value of a function between two places, by R. Brent's method
 * ("Algorithms for minimization without derivatives", 1973): parabolas where they help, the golden
 * section where they do not.
 *
 * @param out Receives the place and the value.
 */
export function maximise(
  valueAt: (at: number) => number,
  from: number,
  to: number,
  out: Float64Array,
): void {
  let low = from;
  let high = to;
  let best = low + GOLDEN * (high - low);
  let second = best;
  let third = best;
  let bestValue = valueAt(best);
  let secondValue = bestValue;
  let thirdValue = bestValue;
  let last = 0;
  let move = 0;
  for (let step = 0; step < MOST_STEPS; step++) {
    const middle = 0.5 * (low + high);
    const least = PRECISION * Math.abs(best) + TOLERANCE / 3;
    if (Math.abs(best - middle) <= 2 * least - 0.5 * (high - low)) break;
    let parabolic = false;
    if (Math.abs(last) > least) {
      const r = (best - second) * (bestValue - thirdValue);
      const q0 = (best - third) * (bestValue - secondValue);
      const p0 = (best - third) * q0 - (best - second) * r;
      const q1 = 2 * (q0 - r);
      const p = q1 > 0 ? -p0 : p0;
      const q = Math.abs(q1);
      const previous = last;
      last = move;
      if (
        Math.abs(p) < Math.abs(0.5 * q * previous) &&
        p > q * (low - best) &&
        p < q * (high - best)
      ) {
        move = p / q;
        const next = best + move;
        if (next - low < 2 * least || high - next < 2 * least) {
          move = middle >= best ? least : -least;
        }
        parabolic = true;
      }
    }
    if (!parabolic) {
      last = best < middle ? high - best : low - best;
      move = GOLDEN * last;
    }
    const next = best + (Math.abs(move) >= least ? move : move > 0 ? least : -least);
    const value = valueAt(next);
    if (value >= bestValue) {
      if (next < best) high = best;
      else low = best;
      third = second;
      thirdValue = secondValue;
      second = best;
      secondValue = bestValue;
      best = next;
      bestValue = value;
    } else {
      if (next < best) low = next;
      else high = next;
      if (value >= secondValue || second === best) {
        third = second;
        thirdValue = secondValue;
        second = next;
        secondValue = value;
      } else if (value >= thirdValue || third === best || third === second) {
        third = next;
        thirdValue = value;
      }
    }
  }
  out[0] = best;
  out[1] = bestValue;
}
