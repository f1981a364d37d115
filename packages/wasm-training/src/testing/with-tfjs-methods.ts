import * as tf from '@tensorflow/tfjs-core';
import { enableWasmTraining } from '../enable-wasm-training.ts';
import { layers } from '../layers/index.ts';

type Methods = Map<[prototype: Record<string, unknown>, name: string], unknown>;

/** The methods of tfjs-layers that we replace, as they are now. */
function methods(): Methods {
  const { classNameMap } = tf.serialization.SerializationMap.getMap();
  return new Map(
    Object.entries(layers).flatMap(([className, own]) => {
      const prototype = classNameMap[className][0].prototype as unknown as Record<string, unknown>;
      return Object.keys(own).map((name) => [[prototype, name], prototype[name]] as const);
    }),
  );
}

function put(all: Methods): void {
  for (const [[prototype, name], method] of all) prototype[name] = method;
}

let original: Methods | undefined;

/** Runs `f` on layers whose methods are tfjs' own, with our kernels and gradients. */
export function withTfjsMethods<T>(f: () => T): T {
  if (!original) {
    enableWasmTraining(tf)();
    original = methods();
    enableWasmTraining(tf, { threads: 1 });
  }
  const ours = methods();
  put(original);
  try {
    return f();
  } finally {
    put(ours);
  }
}
