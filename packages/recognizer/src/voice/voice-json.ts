/** What was heard of a voice, as plain JSON: sums of features, from which no speech can be told. */
export interface VoiceJson {
  /** Of this format: 1. */
  readonly version: 1;
  /** The SHA-256 of the model's weights: another model cannot use it. */
  readonly model: string;
  /** How many clips were heard. */
  readonly n: number;
  /** Of each version of the clips, such as `original`: the sum of the features, Float64 in base64. */
  readonly sums: Readonly<Record<string, string>>;
}
