/**
 * Milliseconds to wait by the header `Retry-After`, which holds seconds or a date (RFC 9110,
 * 10.2.3); 0 where it is missing, has passed, or is neither.
 *
 * @param now Milliseconds since 1970.
 */
export function parseRetryAfter(header: string | null, now: number): number {
  const text = header?.trim() ?? '';
  const milliseconds = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now;
  return Math.max(milliseconds || 0, 0);
}
