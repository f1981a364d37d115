export { enableWasmTraining, type WasmTrainingOptions } from './enable-wasm-training.ts';
export { WasmTrainingError, type WasmTrainingErrorCode } from './error.ts';
export type { Tf } from './tfjs.ts';
