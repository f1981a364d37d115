import type { Clip, Labels, Problem } from '@ser/corpus';
import type { SpeakerLists } from '@ser/eval';

/** What the command line must know of a data set. */
export interface DataSet<Info extends Labels = Labels> {
  /** The classes in the order of a model's outputs. */
  readonly labels: readonly string[];
  /** The speakers that its literature tests. */
  readonly speakers: SpeakerLists;
  /** Every condition that its clips have, such as speech and song. */
  readonly conditions: readonly string[];
  /** Those on which its literature compares, under the protocols `clip` and `speaker`. */
  readonly literatureConditions: readonly string[];
  /** Its clips below folders. */
  fromDirectory(
    paths: readonly string[],
    options: { onProblem: (problem: Problem) => void },
  ): AsyncIterable<Clip<Info>>;
  /** Its clips in zips. */
  fromZip(
    paths: readonly string[],
    options: { onProblem: (problem: Problem) => void },
  ): AsyncIterable<Clip<Info>>;
}
