import type { Inspection } from '@ser/ravdess';
import { barOf } from '../../console/bar-of.ts';
import type { Problem } from '../../console/problems.ts';

/** An inspection with the problems of listing the clips, too. */
export type CliInspection = Omit<Inspection, 'problems'> & { problems: readonly Problem[] };

/** So many names of a list are printed; JSON has them all. */
const MOST_NAMES = 10;

/** The lines that `ser inspect` prints for people: all that its JSON has, long lists cut. */
export function formatInspection(inspection: CliInspection): string[] {
  const { clips, actors, perChannel, perEmotion, stereo, duration, missing } = inspection;
  const { speech, song } = perChannel;
  const { total, shortest, longest } = duration;
  const most = Math.max(...Object.values(perEmotion), 1);
  return [
    `${clips} clips of ${actors} actors: ${speech} speech, ${song} song, ${stereo} in stereo`,
    `${(total / 60).toFixed(1)} minutes, ${shortest.toFixed(2)} to ${longest.toFixed(2)} s a clip`,
    `sample rates: ${counts(inspection.sampleRates, (rate) => `${rate} Hz`)}`,
    `clips by actor: ${counts(inspection.perActor, (actor) => `actor ${actor}`)}`,
    '',
    ...Object.entries(perEmotion).map(
      ([emotion, n]) => `  ${emotion.padEnd(10)} ${String(n).padStart(5)} ${barOf(n / most)}`,
    ),
    '',
    `silent: ${names(inspection.silent)}`,
    `clipped: ${names(inspection.clipped.map(({ id, samples }) => `${id} (${samples} samples)`))}`,
    `same sound: ${names(inspection.twins.map(({ ids }) => ids.join(' = ')))}`,
    `impossible codes: ${names(inspection.unexpected)}`,
    `missing of all RAVDESS: ${missing.speech.clips} speech, ${missing.song.clips} song clips`,
    ...missingLines('speech', missing.speech),
    ...missingLines('song', missing.song),
    `problems: ${inspection.problems.length}${problemCodes(inspection.problems)}`,
  ];
}

function missingLines(channel: string, { actors, ids }: Inspection['missing']['speech']): string[] {
  const byActor = new Map<string, string[]>();
  for (const id of ids) byActor.set(id.slice(-2), [...(byActor.get(id.slice(-2)) ?? []), id]);
  return [
    ...(actors.length > 0 ? [`  no ${channel} at all of: ${actorNames(actors)}`] : []),
    ...[...byActor].map(([actor, own]) => `  ${channel} of actor ${Number(actor)}: ${names(own)}`),
  ];
}

function actorNames(actors: readonly number[]): string {
  return `actor${actors.length > 1 ? 's' : ''} ${actors.join(', ')}`;
}

/** How many there are, and the first of them. */
export function names(all: readonly string[]): string {
  if (all.length === 0) return '0';
  const rest = all.length > MOST_NAMES ? `, and ${all.length - MOST_NAMES} more` : '';
  return `${all.length}: ${all.slice(0, MOST_NAMES).join(', ')}${rest}`;
}

/** How many there are of each name. */
export function counts(
  byName: Readonly<Record<string, number>> | readonly (readonly [string, number])[],
  label: (name: string) => string,
): string {
  const entries = Array.isArray(byName) ? byName : Object.entries(byName);
  const parts = entries.map(([name, n]) => `${n} of ${label(name)}`);
  return parts.join(', ') || 'none';
}

/** How many problems there are of each code. */
export function problemCodes(problems: readonly Problem[]): string {
  const byCode = new Map<string, number>();
  for (const { code } of problems) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  const parts = [...byCode].map(([code, n]) => `${n} ${code}`);
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
