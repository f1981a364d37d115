/** A message names no more. */
const MOST = 20;

/** Values for a message, which stays short however many there are. */
export function listed(values: Iterable<string | number>): string {
  const all = Array.from(values, String);
  if (all.length === 0) return 'none';
  const first = all.slice(0, MOST).join(', ');
  return all.length > MOST ? `${first} and ${all.length - MOST} more` : first;
}
