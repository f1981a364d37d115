/** Gives a canvas as many pixels as it takes up on the screen, and clears it. */
export function fitCanvas(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const scale = devicePixelRatio;
  const width = Math.max(1, Math.round(canvas.clientWidth * scale));
  const height = Math.max(1, Math.round(canvas.clientHeight * scale));
  // Setting a size clears the canvas, also where it stays the same.
  canvas.width = width;
  canvas.height = height;
  return canvas.getContext('2d');
}
