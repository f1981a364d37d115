/**
 * How a data set names its files, as plain JSON: what a path says about its clip. Those of
 * well-known data sets are `NAMING_SCHEMES`.
 */
export interface NamingScheme {
  /** The version of this description: 1. */
  version: 1;
  /** A short name, such as `emodb`. */
  name: string;
  /** What the data set is, and what its example means. */
  description: string;
  /** Where the data set is documented. Default: none. */
  homepage?: string;
  /**
   * A regular expression of JavaScript with the flag `u`. It is looked for in the path below the
   * source's root, with forward slashes; `^` and `$` are that path's ends. The named group `label`
   * is required; `speaker`, `condition` and `id` are read where they are there.
   */
  pattern: string;
  /** Whether capitals do not matter, in `labels`, `speakers` and `conditions` too. Default false. */
  ignoreCase?: boolean;
  /**
   * What the texts of the group `label` mean; another text is a problem. Default: labels are the
   * texts themselves.
   */
  labels?: Record<string, string>;
  /** What texts of the group `speaker` mean; others stay as they are. Default: none. */
  speakers?: Record<string, string>;
  /** What texts of the group `condition` mean; others stay as they are. Default: none. */
  conditions?: Record<string, string>;
  /** A path that fits. It is checked when the scheme is parsed, and shown in messages. */
  example: string;
}
