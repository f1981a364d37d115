// What becomes of a run whose resume point can be read, and is not its own.
import {
  deserializeState,
  type MemoryStore,
  memoryStore,
  serializeState,
  type TrainingState,
} from '@ser/model';
import { seeded } from '@ser/testing';
import { describe, expect, it } from 'vitest';
import { ExperimentError } from '../experiment-error.ts';
import type { Plan } from '../plan/plan.ts';
import type { FitRecipe } from '../recipe/recipe.ts';
import { changeLeaf } from '../testing/change-leaf.ts';
import { INTERRUPTED, interruptAfter } from '../testing/interrupt-after.ts';
import { sequenceRecipe, sequenceTable } from '../testing/sequences.ts';
import { smallPlan, smallRecipe } from '../testing/small-plan.ts';
import { smallTable } from '../testing/small-table.ts';
import { startWasm } from '../testing/start-wasm.ts';
import { run } from './run.ts';
import { RUN_FILES } from './run-files.ts';

await startWasm();
const recipe = { ...smallRecipe, fit: { ...smallRecipe.fit, reduceLrOnPlateau: {} } };
const plan = smallPlan({ recipe });
const table = smallTable();
const interrupted = memoryStore();
const interrupting = run(plan, table, { store: interrupted, ...interruptAfter(1) });
await expect(interrupting).rejects.toBe(INTERRUPTED);

function stateOf(store: MemoryStore): TrainingState {
  return deserializeState(store.files.get(RUN_FILES.state) ?? new Uint8Array());
}

/** Goes on from a changed resume point. */
async function goOnFrom(change: (state: TrainingState) => TrainingState) {
  const store = memoryStore();
  for (const [file, bytes] of interrupted.files) await store.write(file, bytes);
  await store.write(RUN_FILES.state, serializeState(change(stateOf(store))));
  return run(plan, table, { store });
}

/** Another state of a callback. */
function withCallback(name: string, change: Record<string, unknown>) {
  return (state: TrainingState): TrainingState => ({
    ...state,
    callbacks: { ...state.callbacks, [name]: { ...state.callbacks[name], ...change } },
  });
}

describe('is refused by a run of', () => {
  const fit = (change: Partial<FitRecipe>): Partial<Plan> => ({
    recipe: { ...recipe, fit: { ...recipe.fit, ...change } },
  });

  // Without its plan: the resume point itself says what it is of.
  it.each<[string, Partial<Plan>]>([
    ['another seed', { seed: 4 }],
    ['other validation rows', { protocol: 'clip' }],
    ['other class weights', fit({ classWeight: null })],
    ['other batches', fit({ batchSize: 31 })],
    ['another rate', fit({ learningRate: 0.02 })],
    ['other decay', fit({ weightDecay: 0.1 })],
    ['other clipping', fit({ globalClipnorm: 1 })],
    ['other mixup', fit({ mixup: 0.1 })],
    ['other smoothing', fit({ labelSmoothing: 0.1 })],
    ['callbacks that it has not', fit({ averageWeights: {} })],
    ['a schedule', fit({ learningRate: { schedule: 'cosineDecay', rate: 0.01 } })],
  ])('%s', async (_, changes) => {
    const store = memoryStore();
    const state = interrupted.files.get(RUN_FILES.state);
    await store.write(RUN_FILES.state, state ?? new Uint8Array());
    const other = smallPlan({ recipe, ...changes });
    const own = other.recipe.fit ?? recipe.fit;
    if (own.averageWeights || typeof own.learningRate === 'object') {
      Object.assign(own, { reduceLrOnPlateau: null });
      Object.assign(other.recipe, { stop: null });
    }
    await expect(run(other, table, { store })).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringContaining('/resume.bin is of another run ('),
    });
  });
});

it('goes on from its own', async () => {
  await expect(goOnFrom((state) => state)).resolves.toMatchObject({ summary: { epochs: 3 } });
});

describe('is refused with the file and the remedy', () => {
  it.each<[string, (state: TrainingState) => TrainingState, string]>([
    ['of other data', (state) => ({ ...state, fingerprint: 7 }), 'trained on other data'],
    ['of another seed', (state) => ({ ...state, seed: 7 }), 'trained with seed 7'],
    [
      'of more epochs than there are',
      (state) => ({
        ...state,
        epoch: 4,
        history: [0, 1, 2, 3].map((epoch) => ({ ...state.history[0], epoch })),
      }),
      'it has trained 4 epochs of 3',
    ],
    [
      'with a loss that is none',
      ({ history: [first], ...state }) => ({ ...state, history: [{ ...first, loss: Number.NaN }] }),
      'the figures of its epoch 0 are none',
    ],
    [
      'without a weight',
      (state) => ({ ...state, weights: state.weights.slice(1) }),
      'its weights are not those of the model',
    ],
    [
      'with a weight too small',
      (state) => ({ ...state, weights: state.weights.map((data) => data.slice(1)) }),
      'its weights are not those of the model',
    ],
    [
      'without a moment of the optimiser',
      ({ optimizer, ...state }) => ({
        ...state,
        optimizer: { ...optimizer, moments: optimizer.moments.slice(1) },
      }),
      'the state of its optimiser',
    ],
    [
      'with a moment too small',
      ({ optimizer, ...state }) => ({
        ...state,
        optimizer: {
          ...optimizer,
          moments: optimizer.moments.map(([first, second]) => [first, second.slice(1)]),
        },
      }),
      'the state of its optimiser',
    ],
    [
      'without a callback',
      ({ callbacks: { earlyStopping: _, ...callbacks }, ...state }) => ({ ...state, callbacks }),
      'callback earlyStopping',
    ],
    ['with a formula for its history', withCallback('csvLogger', { text: '=1+1' }), 'history.csv'],
    [
      'with text for a number',
      withCallback('reduceLrOnPlateau', { wait: '1' }),
      'reduceLrOnPlateau',
    ],
    ['with a field too many', withCallback('reduceLrOnPlateau', { speed: 1 }), 'reduceLrOnPlateau'],
    [
      'with other best weights',
      withCallback('earlyStopping', { bestWeights: [new Float32Array(3)] }),
      'callback earlyStopping',
    ],
  ])('one %s', async (_, change, why) => {
    await expect(goOnFrom(change)).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringMatching(
        new RegExp(`/resume\\.bin is of another run \\(.*${why}.*\\); remove it to train`),
      ),
    });
  });

  it.each<[string, (state: TrainingState) => TrainingState]>([
    ['more epochs than it holds', (state) => ({ ...state, epoch: 2 })],
    [
      'half a step of the optimiser',
      (state) => ({ ...state, optimizer: { ...state.optimizer, iterations: 0.5 } }),
    ],
  ])('one that counts %s', async (_, change) => {
    await expect(goOnFrom(change)).rejects.toMatchObject({
      code: 'bad-file',
      message: expect.stringMatching(/\/resume\.bin is damaged \(.*\); remove it to train/),
    });
  });

  it('one that averages weights, with other sums', async () => {
    const averaging = smallPlan({ recipe: sequenceRecipe });
    const store = memoryStore();
    const sequences = sequenceTable();
    const ports = { store, ...interruptAfter(2) };
    await expect(run(averaging, sequences, ports)).rejects.toBe(INTERRUPTED);
    const state = withCallback('averageWeights', { sums: [new Float64Array(3)] })(stateOf(store));
    await store.write(RUN_FILES.state, serializeState(state));
    await expect(run(averaging, sequences, { store })).rejects.toThrow(
      'the state of its callback averageWeights',
    );
  });
});

it('one with any value changed is refused, or goes on', async () => {
  const random = seeded();
  let left = 40;
  while (left > 0) {
    const changed = changeLeaf(stateOf(interrupted), random) as TrainingState;
    if (!canBeWritten(changed)) continue;
    left--;
    const error = await goOnFrom(() => changed).catch((thrown: unknown) => thrown);
    if (error instanceof Error) expect(ExperimentError.isInstance(error), String(error)).toBe(true);
  }
});

/** Such as what is under the name `__proto__` is not. */
function canBeWritten(state: TrainingState): boolean {
  try {
    return serializeState(state).length > 0;
  } catch {
    return false;
  }
}
