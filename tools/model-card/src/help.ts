const COMMANDS = ['publish', 'measure', 'write'] as const;
/** What the tool does. */
export type CommandName = (typeof COMMANDS)[number];

export function isCommand(name: string | undefined): name is CommandName {
  return COMMANDS.some((command) => command === name);
}

const START = 'npx -y pnpm@12 model-card';

/** What `--help` prints, of the tool and of each command. */
export const HELP: Readonly<Record<'all' | CommandName, string>> = {
  all: `Usage: ${START} COMMAND [options]

Trains the model that @ser/ravdess-data publishes, measures it, and writes its card.

Commands, in the order in which they are needed:
  publish   trains, chooses temperatures, and writes models/functionals-lda and its module
  measure   measures everything that the card says, into models/functionals-lda/results.json
  write     writes packages/ravdess-data/README.md from these results; takes a moment

Everything needs the table of RAVDESS' speech, some 280 MB, which takes a few minutes:
  npx -y pnpm@12 ser download --speech --to data
  npx -y pnpm@12 ser features data --recipe functionals-lda --out T.parquet

${START} COMMAND --help says more. Exit code 2: the command line is wrong; 1: all else.
`,
  publish: `Usage: ${START} publish --data T.parquet

Trains what is published and writes it, in some three minutes on two cores:
  models/functionals-lda/            actors 1 to 20, as \`ser train --data T.parquet --protocol
                                     holdout --channels speech --recipe functionals-lda\` trains
  models/functionals-lda/adapted/    the same, every voice brought to the average voice first
  .../recognizer.json                temperatures, thresholds and average voices
  .../choices.json                   what they were chosen by, on the folds of actors 1 to 20
  src/generated/functionals-lda/     the files above but the last, for programs without a disk

Other weights than those that are published end it before anything is written.

Options:
  --data FILE   the table of RAVDESS' speech that \`ser features\` wrote. Required
`,
  measure: `Usage: ${START} measure --data DIR --table T.parquet --mp3 DIR [--sounds FILE]

Measures the published model on voices that it never heard, in some ten minutes on two cores: the
clips of actors 21 to 24 through @ser/recognizer, clean and under every condition of the card, and
the literature's five folds from the table. Ways to the same scores are held against each other.

Options:
  --data DIR     a folder of RAVDESS' speech. Required
  --table FILE   the table of it that \`ser features\` wrote. Required
  --mp3 DIR      the clips of actors 21 to 24 after MP3 of 64 and of 128 kbit/s, as WAV files in
                 DIR/64 and DIR/128. Required. With Python and soundfile:

    import pathlib, soundfile as sf
    for rate, level in ((64, 0.885), (128, 0.66)):  # libsndfile 1.2.2's level of LAME's rate
        out = pathlib.Path('mp3') / str(rate)
        out.mkdir(parents=True, exist_ok=True)
        for wav in pathlib.Path('data').rglob('03-01-*-2[1-4].wav'):
            x, sr = sf.read(wav)
            sf.write('clip.mp3', x, sr, bitrate_mode='CONSTANT', compression_level=level)
            sf.write(out / wav.name, *sf.read('clip.mp3'), subtype='PCM_16')

  --sounds FILE  how often the gate and the threshold take other sounds for voices, as JSON:
                 [{ "title", "n", "heard", "familiar" }], the last two as shares. Default: none,
                 and those of the last results.json stay
`,
  write: `Usage: ${START} write [--check]

Writes packages/ravdess-data/README.md from src/card/card.md and models/functionals-lda/results.json.

Options:
  --check   writes nothing, and fails where the card is not what would be written
`,
};
