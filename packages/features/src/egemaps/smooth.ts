/** Each value's mean with its neighbours; the first and the last are their own neighbours. */
export function smooth(track: Float32Array): Float32Array {
  const last = track.length - 1;
  return track.map(
    (value, t) => (track[Math.max(t - 1, 0)] + value + track[Math.min(t + 1, last)]) / 3,
  );
}

/**
 * As {@link smooth}, for tracks in which 0 says that there is no value: a 0 stays, and means are
 * those of the values that are there.
 */
export function smoothNonZero(track: Float32Array): Float32Array {
  const last = track.length - 1;
  return track.map((value, t) => {
    if (value === 0) return 0;
    const before = track[Math.max(t - 1, 0)];
    const after = track[Math.min(t + 1, last)];
    return (before + value + after) / (1 + Number(before !== 0) + Number(after !== 0));
  });
}
