import type { ColumnLayout } from '../util/column-layout.ts';
import { type ScatterKernel, scatterKernelJs } from './scatter-kernel-js.ts';
import { scatterKernelWasm } from './scatter-kernel-wasm.ts';

/**
 * The fastest kernel that the platform has. All give the same bits.
 *
 * @param means Row-major, a mean of `layout.features` values for each group of rows.
 */
export function scatterKernel(layout: ColumnLayout, means: Float64Array): ScatterKernel {
  return scatterKernelWasm(layout, means) ?? scatterKernelJs(layout, means);
}
