/** Points of the palette viridis of matplotlib, dark to light, which greys keep the order of. */
const POINTS = [
  [68, 1, 84],
  [71, 44, 122],
  [59, 81, 139],
  [44, 113, 142],
  [33, 144, 141],
  [39, 173, 129],
  [92, 200, 99],
  [170, 220, 50],
  [253, 231, 37],
];
const SHADES = 256;

/** 256 opaque colours, as the pixels of a canvas on a little-endian machine. */
export const PALETTE: Uint32Array = Uint32Array.from({ length: SHADES }, (_, i) => {
  const at = (i / (SHADES - 1)) * (POINTS.length - 1);
  const first = Math.min(POINTS.length - 2, Math.floor(at));
  const [r, g, b] = POINTS[first].map((from, c) =>
    Math.round(from + (POINTS[first + 1][c] - from) * (at - first)),
  );
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
});
