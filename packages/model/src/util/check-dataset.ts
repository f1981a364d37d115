import { type OptionNames, unknownOption } from '@ser/internal';
import { ModelError } from '../model-error.ts';
import type { Dataset } from '../training/dataset.ts';
import { checkLabels } from './check-labels.ts';
import { checkSource, isExampleSource } from './examples.ts';
import type { ModelShape } from './model-shape.ts';

const NAMES: OptionNames<Dataset> = { x: true, y: true };

/**
 * Throws a ModelError `bad-dataset` unless the data fits the model and every value is finite. The
 * values of a source are looked at when they are read.
 */
export function checkDataset(
  caller: string,
  name: string,
  dataset: Dataset,
  { input, size, classes }: ModelShape,
): void {
  const fail = (problem: string) => new ModelError('bad-dataset', `${caller}: \`${name}${problem}`);
  const { x, y } = dataset ?? {};
  if (typeof y?.length !== 'number') throw fail('` must hold `x` and `y`, the examples and labels');
  // Such as weights of samples, which would count for nothing.
  const problem = unknownOption(dataset, NAMES);
  if (problem) throw fail(problem.replace('`options', ''));
  // Not `instanceof`: a Float32Array of another realm, such as a frame, will do.
  const isSource = isExampleSource(x);
  if (!ArrayBuffer.isView(x) && !isSource) {
    throw fail(`.x\` must be a Float32Array or an ExampleSource, got ${typeof x}`);
  }
  if (y.length === 0) throw fail('` holds no examples');
  if (isSource) {
    const source = { x, size, caller, name: `${name}.x`, code: 'bad-dataset' } as const;
    checkSource(source, `${input.join(' × ')} = ${size}`);
    if (x.length !== y.length) {
      throw fail(`.x\` must hold ${y.length} examples, one a label, got ${x.length}`);
    }
    checkLabels(caller, `${name}.y`, y, classes, 'bad-dataset');
    return;
  }
  if (x.length !== y.length * size) {
    throw fail(
      `.x\` must hold ${y.length} examples of ${input.join(' × ')} = ${y.length * size} values, ` +
        `got ${x.length}`,
    );
  }
  checkLabels(caller, `${name}.y`, y, classes, 'bad-dataset');
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad !== -1) {
    throw fail(`.x\` must be finite, got ${x[bad]} in example ${Math.floor(bad / size)}`);
  }
}
