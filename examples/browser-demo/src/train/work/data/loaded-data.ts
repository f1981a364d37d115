import type { Clip, Labels } from '@ser/corpus';
import type { Row, SpeakerLists } from '@ser/eval';
import type { Table } from '@ser/experiment';
import type { DataSource } from './data-source.ts';

/** A recording, and what tells it from another state of its file. */
export interface StampedClip extends Clip<Labels> {
  /** Empty where nobody knows. */
  readonly stamp: string;
}

interface Common {
  readonly kind: DataSource['kind'];
  readonly name: string;
  /** The classes in the order of a model's outputs. */
  readonly labels: readonly string[];
  readonly speakers: SpeakerLists | null;
  /** Of the clips as they are, without variants. */
  readonly rows: readonly Row[];
}

/** Data that can be trained on: a table of features, or clips that become one. */
export type LoadedData = Common &
  (
    | { readonly table: Table; readonly bytes: Uint8Array | undefined; readonly clips?: undefined }
    | {
        readonly clips: readonly StampedClip[];
        /** The recording of each clip that shares it with another; undefined: not compared yet. */
        readonly recordings: ReadonlyMap<string, string> | undefined;
        readonly table?: undefined;
      }
  );

/** What this worker has opened last. */
let current: LoadedData | undefined;

export const currentData = (): LoadedData | undefined => current;

export function setCurrentData(data: LoadedData): void {
  current = data;
}
