/** What tfjs' cpu backend costs, to stand behind its name. */
export const CPU_IS_SLOW: string =
  'runs in plain JavaScript, where a training step takes up to thousands of times as long as on ' +
  "wasm; import '@tensorflow/tfjs-backend-wasm', call enableWasmTraining(tf) of " +
  "'@ser/wasm-training' and `await chooseBackend('wasm')`";
