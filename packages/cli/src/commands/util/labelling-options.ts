import { NAMING_SCHEMES } from '@ser/corpus';
import type { Command } from 'commander';

/** Adds the options that say how clips are labelled; `readLabelling` reads them. */
export function addLabellingOptions(command: Command, name: string): Command {
  return addOptions(
    command,
    `how clips of another corpus are labelled: ${WAYS} (default: ${name}'s names)`,
  );
}

/** Adds the options that say what predictions are compared with. */
export function addTruthOptions(command: Command): Command {
  const what = `compare with what the files are labelled as: ${WAYS}`;
  return addOptions(command, what);
}

const WAYS =
  'FILE.csv; folders (LABEL/clip.wav) or folders/speaker (SPEAKER/LABEL/clip.wav); by the names ' +
  `of files, ${[...NAMING_SCHEMES.keys()].join(', ')}, or SCHEME.json`;

function addOptions(command: Command, labels: string): Command {
  return command
    .option('--labels <what>', labels)
    .option(
      '--columns <names>',
      'with --labels FILE.csv: how its columns are called, such as ' +
        'file=path,label=emotion,speaker=who,condition=room (default: file, label, speaker, ' +
        'condition)',
    )
    .option(
      '--label-map <map>',
      'other names for labels, such as anger=angry,boredom=-, where - leaves the clips out; or a ' +
        'JSON file',
    );
}

/** What the help of a command that takes these options says below its examples. */
export const LABELLING_HELP = `
Any corpus:
  A table of features has its labels, and needs no --labels.
  --labels labels.csv    a table with the columns file and label, and perhaps speaker and condition;
                         its fields are separated by commas, semicolons or tabs
  --labels folders       each clip lies in the folder of its label
  --labels emodb         the names of the files say it, as in the Berlin database
  --labels mine.json     as in a pattern of your own:
                         {"version": 1, "name": "mine", "description": "my calls",
                          "pattern": "(?<speaker>\\\\w+)-(?<label>\\\\w+)-\\\\d+\\\\.wav$",
                          "example": "ann-happy-7.wav"}`;
