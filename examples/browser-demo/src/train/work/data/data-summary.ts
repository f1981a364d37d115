import type { ProtocolName } from '@ser/eval';

/** What the page says of the data. */
export interface DataSummary {
  readonly name: string;
  readonly clips: number;
  readonly labels: readonly string[];
  /** Those that are known. */
  readonly speakers: readonly string[];
  /** Such as speech and song; empty where clips have none. */
  readonly conditions: readonly string[];
  /** Whether there is sound, from which any recipe's features can be computed. */
  readonly hasSound: boolean;
  /** The recipe to begin with: of a table the one whose features it holds. */
  readonly recipe: string;
  /** The protocol to begin with. */
  readonly protocol: ProtocolName;
  /** Files that are left out, and why. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
}
