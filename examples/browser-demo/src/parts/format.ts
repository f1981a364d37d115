/** A score as people read it: `62 %`, which no line break parts. */
export const percent = (score: number): string => `${Math.round(100 * score)}\u00a0%`;

/** Seconds as a clock shows them: `0:03.2`, and of an hour or more `1:02:03`. */
export function clock(seconds: number): string {
  const tenths = Math.round(10 * seconds);
  const whole = Math.floor(tenths / 10);
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60)];
  if (hours > 0) return `${hours}:${two(minutes % 60)}:${two(whole % 60)}`;
  return `${minutes}:${two(whole % 60)}.${tenths % 10}`;
}

/** A duration in words, for what is read aloud: `3.2 seconds`, `30 minutes`. */
export function inWords(seconds: number): string {
  if (seconds < 90) return `${seconds.toFixed(1)} seconds`;
  return `${Math.round(seconds / 60)} minutes`;
}
