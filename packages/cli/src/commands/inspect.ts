import { inspect } from '@ser/ravdess';
import { Command } from 'commander';
import { barOf } from '../console/bar-of.ts';
import { withInterrupt } from '../console/interrupt.ts';
import { type Problem, Problems } from '../console/problems.ts';
import { startProgress } from '../console/progress.ts';
import { writeJson } from '../console/write-json.ts';
import { sortSources } from '../data/data-source.ts';
import { listClips } from '../data/list-clips.ts';
import { ravdess } from '../data-sets/ravdess.ts';

/** `ser inspect`: what is in a folder of clips. */
export function inspectCommand(): Command {
  return new Command('inspect')
    .summary('count clips, find what is missing or broken')
    .description(
      'Decodes every RAVDESS clip below the folders and counts actors, emotions and channels.',
    )
    .requiredOption(
      '--data <path...>',
      'folders in any layout (Actor_01/…, archives unpacked or merged), or zips',
    )
    .option('--json', 'print one JSON value instead of text')
    .addHelpText(
      'after',
      `
Examples:
  ser inspect --data ravdess/
  ser inspect --data Audio_Speech_Actors_01-24 Audio_Song_Actors_01-24 --json

Exit code 1: some file could not be read, has a wrong name, or is there twice.`,
    )
    .action(async ({ data, json }: { data: string[]; json?: boolean }) => {
      const problems = new Problems();
      const inspection = await withInterrupt(async (signal) => {
        const clips = await listClips(ravdess, await sortSources(ravdess, data), problems.add);
        const progress = startProgress('reading', clips.length);
        try {
          const result = await inspect(clips, {
            onProgress: (done) => progress.update(done),
            signal,
          });
          for (const problem of result.problems) problems.add(problem);
          return { ...result, problems: problems.list };
        } finally {
          progress.stop();
        }
      });
      if (json) writeJson(inspection);
      else process.stdout.write(formatInspection(inspection));
      process.exitCode = problems.exitCode;
    });
}

type Inspection = Omit<Awaited<ReturnType<typeof inspect>>, 'problems'> & { problems: Problem[] };

function formatInspection(inspection: Inspection): string {
  const { clips, actors, perChannel, perEmotion, stereo, duration, missing, problems } = inspection;
  const { speech, song } = perChannel;
  const { total, shortest, longest } = duration;
  const most = Math.max(...Object.values(perEmotion), 1);
  const bars = Object.entries(perEmotion).map(
    ([emotion, n]) => `  ${emotion.padEnd(10)} ${String(n).padStart(5)} ${barOf(n / most)}`,
  );
  return `${[
    `${clips} clips of ${actors} actors: ${speech} speech, ${song} song, ${stereo} in stereo`,
    `${(total / 60).toFixed(1)} minutes, ${shortest.toFixed(2)} to ${longest.toFixed(2)} s a clip`,
    '',
    ...bars,
    '',
    `missing of all RAVDESS: ${missing.speech.clips} speech, ${missing.song.clips} song clips`,
    `problems: ${problems.length}`,
  ].join('\n')}\n`;
}
