// The sizes of the convolution or pooling that the next call computes. Fifteen numbers would make
// every signature unreadable. The caller sets them right before the call.

export let batch: i32 = 0;
export let inHeight: i32 = 0;
export let inWidth: i32 = 0;
export let inChannels: i32 = 0;
export let outHeight: i32 = 0;
export let outWidth: i32 = 0;
export let outChannels: i32 = 0;
export let filterHeight: i32 = 0;
export let filterWidth: i32 = 0;
export let strideY: i32 = 1;
export let strideX: i32 = 1;
export let dilationY: i32 = 1;
export let dilationX: i32 = 1;
export let padTop: i32 = 0;
export let padLeft: i32 = 0;

// Volumes have a depth before the height. Images have a depth of 1.
export let inDepth: i32 = 1;
export let outDepth: i32 = 1;
export let filterDepth: i32 = 1;
export let strideZ: i32 = 1;
export let padFront: i32 = 0;

/** Images are [batch, height, width, channels]. */
export function setGeometry(
  images: i32,
  heightIn: i32,
  widthIn: i32,
  channelsIn: i32,
  heightOut: i32,
  widthOut: i32,
  channelsOut: i32,
  heightFilter: i32,
  widthFilter: i32,
  strideRows: i32,
  strideColumns: i32,
  dilationRows: i32,
  dilationColumns: i32,
  top: i32,
  left: i32,
): void {
  batch = images;
  inHeight = heightIn;
  inWidth = widthIn;
  inChannels = channelsIn;
  outHeight = heightOut;
  outWidth = widthOut;
  outChannels = channelsOut;
  filterHeight = heightFilter;
  filterWidth = widthFilter;
  strideY = strideRows;
  strideX = strideColumns;
  dilationY = dilationRows;
  dilationX = dilationColumns;
  padTop = top;
  padLeft = left;
  setDepth(1, 1, 1, 1, 0);
}

/** After `setGeometry`: volumes are [batch, depth, height, width, channels]. */
export function setDepth(
  depthIn: i32,
  depthOut: i32,
  depthFilter: i32,
  stridePlanes: i32,
  front: i32,
): void {
  inDepth = depthIn;
  outDepth = depthOut;
  filterDepth = depthFilter;
  strideZ = stridePlanes;
  padFront = front;
}
