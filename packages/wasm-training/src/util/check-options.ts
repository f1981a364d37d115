import { type OptionNames, unknownOption } from '@ser/internal';
import { WasmTrainingError } from '../wasm-training-error.ts';

/** @throws {WasmTrainingError} `bad-argument` when `options` hold one that `caller` does not know. */
export function checkOptions<Options extends object>(
  caller: string,
  options: Options,
  names: OptionNames<Options>,
): void {
  if (typeof options !== 'object' || options === null) {
    throw new WasmTrainingError(
      'bad-argument',
      `${caller}: \`options\` must be an object, got ${options}`,
    );
  }
  const complaint = unknownOption(options, names);
  if (complaint) throw new WasmTrainingError('bad-argument', `${caller}: ${complaint}`);
}
