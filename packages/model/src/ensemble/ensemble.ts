import type { OptionNames } from '@ser/internal';
import { Classifier } from '../classifier/classifier.ts';
import type { Prediction } from '../classifier/prediction.ts';
import { namePredictions } from '../classifier/util/name-predictions.ts';
import { ModelError } from '../model-error.ts';
import type { FileSource, FileStore } from '../stores/file-store.ts';
import { checkList } from '../util/check-list.ts';
import { checkOptions } from '../util/check-options.ts';
import { checkStore } from '../util/check-store.ts';
import type { EnsembleParts } from './ensemble-parts.ts';
import { checkMembers } from './util/check-members.ts';
import { ENSEMBLE_FILE, memberFolder, readEnsembleJson } from './util/ensemble-format.ts';
import { mixScores } from './util/mix-scores.ts';
import { nestedSource } from './util/nested-source.ts';

const PARTS: OptionNames<EnsembleParts> = { members: true, weights: true, mean: true };

/**
 * A classifier made of classifiers: its probabilities are the weighted mean of theirs. Saved as
 * `ensemble.json` with a folder for each member, which {@link Classifier.load} reads too.
 */
export class Ensemble {
  readonly members: readonly Classifier[];
  /** In the order of the members; they add up to 1. */
  readonly weights: readonly number[];
  readonly mean: 'geometric' | 'arithmetic';
  /** In the order of the outputs. */
  readonly labels: readonly string[];

  /** @throws {ModelError} `bad-argument` for members whose labels differ, and for odd weights. */
  constructor(parts: EnsembleParts) {
    const { members, weights, mean = 'geometric' } = checkOptions('Ensemble', parts, PARTS);
    this.weights = checkMembers('Ensemble', { members, weights, mean });
    this.members = [...members];
    this.mean = mean;
    this.labels = members[0].labels;
  }

  /**
   * Scores examples, of which each member gets its own features.
   *
   * @param examples For each member the unscaled features of each example, as
   *   {@link Classifier.predict} takes them. Members with the same features may get the same list.
   * @throws {ModelError} As {@link Classifier.predict}.
   */
  async predict(examples: readonly Float32Array[][]): Promise<Prediction[]> {
    return this.#mix('Ensemble.predict', 'examples', examples, (member, i) =>
      member.predict(examples[i]),
    );
  }

  /**
   * Scores clips of which there are several versions, of which each member gets its own.
   *
   * @param clips For each member the versions of each clip, as {@link Classifier.predictVersions}
   *   takes them.
   * @throws {ModelError} As {@link Classifier.predict}.
   */
  async predictVersions(
    clips: readonly (readonly (readonly Float32Array[])[])[],
  ): Promise<Prediction[]> {
    return this.#mix('Ensemble.predictVersions', 'clips', clips, (member, i) =>
      member.predictVersions(clips[i]),
    );
  }

  async #mix(
    caller: string,
    name: string,
    lists: readonly (readonly unknown[])[],
    predict: (member: Classifier, i: number) => Promise<Prediction[]>,
  ): Promise<Prediction[]> {
    const { members, labels, weights, mean } = this;
    checkList(caller, name, lists);
    const lengths = members.map((_, i) => lists[i]?.length);
    if (lists.length !== members.length || lengths.some((length) => length !== lengths[0])) {
      throw new ModelError(
        'bad-argument',
        `${caller}: \`${name}\` must hold a list for each of ${members.length} members, all of ` +
          `one length, got ${lists.length} of ${lengths.join(', ')}`,
      );
    }
    const scores: Float32Array[] = [];
    // One after the other: they share a backend.
    for (const [i, member] of members.entries()) {
      const predictions = await predict(member, i);
      scores.push(
        Float32Array.from(predictions.flatMap((each) => labels.map((l) => each.scores[l]))),
      );
    }
    return namePredictions(labels, mixScores(scores, weights, { classes: labels.length, mean }));
  }

  /**
   * Writes the members to the folders `member-1`, `member-2`, …, then `ensemble.json`. An older
   * `ensemble.json` is removed first: where the process stops in between, the folder holds no
   * ensemble, rather than one of members that do not belong together.
   *
   * @throws {ModelError} As {@link Classifier.save}.
   */
  async save(to: FileStore): Promise<void> {
    checkStore('Ensemble.save', 'to', to);
    const { members, weights, mean } = this;
    await to.remove(ENSEMBLE_FILE);
    for (const [i, member] of members.entries()) await member.save(memberFolder(to, i));
    const json = { version: 1, members: members.length, weights, mean };
    await to.write(ENSEMBLE_FILE, new TextEncoder().encode(JSON.stringify(json)));
  }

  /**
   * Reads what {@link Ensemble.save} wrote.
   *
   * @throws {ModelError} As {@link Classifier.load}.
   */
  static async load(from: FileSource): Promise<Ensemble> {
    if (typeof from?.read !== 'function') {
      throw new ModelError(
        'bad-argument',
        `Ensemble.load: \`from\` must be a store, got ${typeof from}`,
      );
    }
    const { members: count, weights, mean } = await readEnsembleJson(from);
    const members: Classifier[] = [];
    try {
      for (let i = 0; i < count; i++) members.push(await Classifier.load(nestedSource(from, i)));
      return new Ensemble({ members, weights, mean });
    } catch (cause) {
      for (const member of members) member.dispose();
      const isOurs = ModelError.isInstance(cause) && cause.code !== 'bad-argument';
      if (isOurs) throw cause;
      throw new ModelError(
        'corrupt-model',
        `Ensemble.load: ${from.name}: ${(cause as Error).message}`,
        { cause },
      );
    }
  }

  /** Frees the tensors of all members. */
  dispose(): void {
    for (const member of this.members) member.dispose();
  }
}
