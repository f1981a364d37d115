/** A gliding harmonic tone under noise, with pauses, the same on every machine. */
export function speechLike(rate: number, seconds: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: Math.trunc(seconds * rate) }, (_, i) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const t = i / rate;
    const phase = 2 * Math.PI * (120 * t + 20 * Math.sin(3 * t));
    let tone = 0;
    for (let k = 1; k <= 12; k++) tone += Math.sin(k * phase) / k;
    const loud = Math.max(0, Math.sin(5 * t));
    return 0.2 * loud * tone + 0.01 * (state / 2 ** 31 - 1);
  });
}
