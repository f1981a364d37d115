import type { Clip, Labels, Problem } from '@ser/corpus';
import type { SpeakerLists } from '@ser/eval';
import type { AnyTable, Table } from '@ser/experiment';
import type { ExtractorConfig } from '@ser/features';

/** What the command line must know of a data set. */
export interface DataSet<Info extends Labels = Labels> {
  /** What people call it. */
  readonly name: string;
  /** The classes in the order of a model's outputs. */
  readonly labels: readonly string[];
  /** The speakers that its literature tests, or that were dealt; null where there are too few. */
  readonly speakers: SpeakerLists | null;
  /** A sentence for the help on whom the protocols `holdout` and `speaker` test. */
  readonly speakersHelp: string;
  /**
   * Reads a list of speakers that a user has typed, such as `1,2,21-24`.
   *
   * @throws InvalidArgumentError of commander, which says what is expected
   */
  parseSpeakers(text: string): string[];
  /** Every condition that its clips have, such as speech and song. */
  readonly conditions: readonly string[];
  /**
   * Those on which its literature compares, under the protocols `clip` and `speaker`. Null: there
   * is no literature, and everything trains and is tested, clips without a condition too.
   */
  readonly literatureConditions: readonly string[] | null;
  /** A table of its features that stands in for `--data`. Default: none, and `--data` is needed. */
  readonly embedded?: EmbeddedTable;
  /**
   * Whether a clip is one of those that the published model was trained on. Default: none is.
   */
  isPublishedTraining?(clip: Pick<Info, 'speaker' | 'condition'>): boolean;
  /** What of a table counts, in this data set's labels. Default: all, as it is. */
  fromTable?(table: AnyTable): AnyTable;
  /**
   * The rows of the user's table of labels whose clip is not among those that were listed. Default:
   * there is no table.
   */
  unmatched?: (() => { readonly line: number; readonly file: string }[]) | undefined;
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

/** A table of features that comes along with a data set. */
export interface EmbeddedTable {
  /** What stands for it among the sources of a run, and in messages. */
  readonly name: string;
  readonly licence: string;
  /** What its features were computed with. */
  readonly extractor: ExtractorConfig;
  read(): Promise<Table>;
}
