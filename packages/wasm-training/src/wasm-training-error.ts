/** What went wrong, for programs; the message says it to people. */
export type WasmTrainingErrorCode =
  /** An argument is of another type or outside its range. */
  | 'bad-argument'
  /** The wasm backend has not been imported, or is not the one of tfjs 4. */
  | 'missing-backend'
  /** tfjs-core is alone: its gradients come with tfjs or tfjs-layers. */
  | 'missing-gradients'
  /** This engine cannot compile the module: it has no WebAssembly SIMD. */
  | 'no-simd'
  /** The backend's memory, 4 GB at most, is full: smaller batches need less. */
  | 'out-of-memory'
  /** A gradient was asked for with arguments that it does not support. */
  | 'unsupported-gradient';

/** The only error that this package throws, whether at the start or while a model trains. */
export class WasmTrainingError extends Error {
  override readonly name = 'WasmTrainingError';
  readonly code: WasmTrainingErrorCode;

  constructor(code: WasmTrainingErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** Like `instanceof`, and true across two copies of this package. */
  static isInstance(error: unknown): error is WasmTrainingError {
    return error instanceof Error && error.name === 'WasmTrainingError' && 'code' in error;
  }
}
