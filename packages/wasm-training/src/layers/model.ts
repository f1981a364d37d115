import type { Tensor } from '@tensorflow/tfjs-core';
import { planGraph, type Step } from '../graph/plan-graph.ts';
import type { Model, Symbolic } from '../graph/symbolic.ts';
import type { LayerMaker } from './method-maker.ts';
import { trainingInput } from './util/training-input.ts';

/**
 * A model that trains: parts of its graph that we know are one operation each, and all others run
 * as their layers do.
 */
export const model: LayerMaker<Model> = (tf, original, { classes }) => {
  const plans = new WeakMap<Model, Step[] | undefined>();
  return function (inputs, kwargs) {
    const isServed = trainingInput(tf, inputs, kwargs) && this.inputs.length === 1;
    if (!isServed) return original.call(this, inputs, kwargs);
    if (!plans.has(this)) plans.set(this, planGraph(this, classes));
    const plan = plans.get(this);
    if (!plan) return original.call(this, inputs, kwargs);

    return tf.engine().tidy(() => {
      const values = new Map<Symbolic, Tensor>();
      values.set(this.inputs[0], [inputs].flat()[0]);
      const inputsOf = (symbolics: Symbolic[]): Tensor[] =>
        symbolics.map((each) => values.get(each) as Tensor);
      const runLayer = (each: Symbolic): void => {
        const output = each.sourceLayer.apply(inputsOf(each.inputs), kwargs ?? {});
        values.set(each, [output].flat()[0]);
      };
      for (const { result, match } of plan) {
        const value = match?.members.some(hasOwnCall)
          ? undefined
          : match?.run(tf, inputsOf(match.inputs));
        if (value) values.set(result, value);
        else if (match) match.members.forEach(runLayer);
        else runLayer(result);
      }
      return inputsOf(this.outputs);
    });
  };
};

/** Whether a layer must be called, since someone listens or has replaced what it does. */
function hasOwnCall({ sourceLayer }: Symbolic): boolean {
  return sourceLayer._callHook != null || Object.hasOwn(sourceLayer, 'call');
}
