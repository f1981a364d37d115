/** A message shows no more. */
const MOST = 20;

/** Labels for a message as JSON, which tells 1 from "1"; a few of them where there are many. */
export function labelList(labels: Iterable<unknown>): string {
  const all = [...labels];
  const shown = JSON.stringify(all.slice(0, MOST), (_, value) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
  return all.length > MOST ? `${shown} and ${all.length - MOST} more` : shown;
}
