export { enableWasmTraining, type WasmTrainingOptions } from './enable-wasm-training.ts';
export type { Tf } from './tfjs.ts';
export { WasmTrainingError, type WasmTrainingErrorCode } from './wasm-training-error.ts';
