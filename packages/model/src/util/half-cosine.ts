/** Half a cosine, from 1 at 0 to 0 at 1. Below 0 it is 1, above 1 it is 0. */
export function halfCosine(share: number): number {
  return (1 + Math.cos(Math.PI * Math.min(Math.max(share, 0), 1))) / 2;
}
