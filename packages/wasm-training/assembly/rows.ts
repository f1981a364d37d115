// Tables of the addresses at which the rows of a convolution lie. Padding is a row of zeros.

/**
 * For `count` output positions from `first` on, in the order (batch, row, column), the address of
 * the input pixel that one tap reads.
 *
 * @param offsetY Input row of the tap for output row 0: tap · dilation − padding.
 */
export function inputRows(
  table: usize,
  x: usize,
  zeros: usize,
  pixelBytes: usize,
  inHeight: i32,
  inWidth: i32,
  outHeight: i32,
  outWidth: i32,
  strideY: i32,
  strideX: i32,
  offsetY: i32,
  offsetX: i32,
  first: i32,
  count: i32,
): void {
  let column = first % outWidth;
  let row = (first / outWidth) % outHeight;
  let image = first / (outWidth * outHeight);
  for (let i = 0; i < count; i++) {
    const y = row * strideY + offsetY;
    const x0 = column * strideX + offsetX;
    const inside = y >= 0 && y < inHeight && x0 >= 0 && x0 < inWidth;
    const pixel = (image * inHeight + y) * inWidth + x0;
    store<usize>(table + ((<usize>i) << 2), inside ? x + <usize>pixel * pixelBytes : zeros);
    if (++column === outWidth) {
      column = 0;
      if (++row === outHeight) {
        row = 0;
        image++;
      }
    }
  }
}
