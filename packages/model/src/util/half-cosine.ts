/** Falls along half a cosine: 1 at 0, 0 at 1. What lies outside of [0, 1] counts as its ends. */
export function halfCosine(share: number): number {
  return (1 + Math.cos(Math.PI * Math.min(Math.max(share, 0), 1))) / 2;
}
