/** What went wrong, for programs. */
export type WasmTrainingErrorCode =
  /** An option has a value that it cannot have. */
  | 'argument'
  /** The wasm backend has not been imported, or is not the one of tfjs 4. */
  | 'backend-missing'
  /** tfjs-core is alone: its gradients come with tfjs or tfjs-layers. */
  | 'gradients-missing'
  /** This engine cannot compile the module: it has no WebAssembly SIMD. */
  | 'no-simd'
  /** The backend's memory, 4 GB at most, is full: smaller batches need less. */
  | 'out-of-memory'
  /** A gradient was asked for with arguments that it does not support. */
  | 'unsupported';

/** Every error that this package throws. */
export class WasmTrainingError extends Error {
  override readonly name = 'WasmTrainingError';
  readonly code: WasmTrainingErrorCode;

  constructor(code: WasmTrainingErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
