/** Pulses of a gliding pitch through two resonances under noise, with pauses. */
export function voiced(rate: number, seconds: number): Float32Array {
  let state = 1;
  let phase = 0;
  const past = new Float64Array(4);
  return Float32Array.from({ length: rate * seconds }, (_, i) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const t = i / rate;
    phase += (140 + 40 * Math.sin(3 * t)) / rate;
    const pulse = phase >= 1 ? 1 : 0;
    phase -= pulse;
    const first = pulse + 1.982 * past[0] - 0.99 * past[1];
    const second = first + 1.955 * past[2] - 0.985 * past[3];
    past.set([first, past[0], second, past[2]]);
    const loud = Math.max(0, Math.sin(5 * t));
    return 0.002 * loud * second + 0.001 * (state / 2 ** 31 - 1);
  });
}
