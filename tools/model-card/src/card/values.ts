import type { GroupFigures, Results } from '../results/results.ts';
import { confusions } from './confusions.ts';
import { figure, interval, percent, points, withInterval } from './format.ts';
import { TABLES } from './tables.ts';

/** Finds one of several by a field. */
function find<T, K extends keyof T>(list: readonly T[], key: K, value: T[K]): T {
  const found = list.find((each) => each[key] === value);
  if (!found) throw new Error(`the card needs results of ${String(key)} ${String(value)}`);
  return found;
}

/** What the card's template asks for, by name. */
export function valuesOf(results: Results): Readonly<Record<string, string>> {
  const { holdout, speaker, holdoutAdapted, speakerAdapted, choices, windows, labels } = results;
  const uarOf = (groups: readonly GroupFigures[], group: string): string =>
    withInterval(find(groups, 'group', group).uar);
  const clean = find(results.conditions, 'name', 'clean');
  const five = find(speakerAdapted, 'heard', 5);
  const all = find(speakerAdapted, 'heard', 'all');
  const heldAll = find(holdoutAdapted, 'heard', 'all');
  const heldFive = find(holdoutAdapted, 'heard', 5);
  const sure = find(speaker.coverage, 'score', 0.8);
  const temperatureOf = (heard: 'all' | number): string =>
    figure(find(choices.temperatures, 'heard', heard).temperature);
  return {
    ...Object.fromEntries(Object.entries(TABLES).map(([name, of]) => [name, of(results)])),
    'holdout n': `${holdout.n}`,
    'holdout uar': figure(holdout.uar.value),
    'holdout uar interval': interval(holdout.uar),
    'holdout accuracy': figure(holdout.accuracy.value),
    'holdout accuracy interval': interval(holdout.accuracy),
    'holdout ece': figure(holdout.calibration.calibrationError),
    'holdout 5 uar': figure(heldFive.uar.value),
    'holdout all uar': figure(heldAll.uar.value),
    'speaker n': `${speaker.n.toLocaleString('en')}`,
    'speaker uar': figure(speaker.uar.value),
    'speaker uar interval': interval(speaker.uar),
    'speaker accuracy': figure(speaker.accuracy.value),
    'speaker 5 uar': figure(five.uar.value),
    'speaker 5 uar interval': interval(five.uar),
    'speaker all uar': figure(all.uar.value),
    'speaker all uar interval': interval(all.uar),
    'selection uar': figure(choices.plain.uar),
    'male uar': uarOf(speaker.groups.sex, 'male'),
    'female uar': uarOf(speaker.groups.sex, 'female'),
    'male adapted uar': uarOf(results.speakerAdaptedSex, 'male'),
    'female adapted uar': uarOf(results.speakerAdaptedSex, 'female'),
    'sure share': percent(sure.share),
    'sure accuracy': figure(sure.accuracy),
    'speaker confusions': confusions(labels, speaker.confusion),
    'holdout confusions': confusions(labels, holdout.confusion),
    temperature: figure(choices.plain.temperature),
    'adapted temperature': figure(choices.adapted.temperature),
    'temperature of 0': temperatureOf(0),
    'temperature of all': temperatureOf('all'),
    'selection loss before': figure(choices.plain.logLoss[0]),
    'selection loss': figure(choices.plain.logLoss[1]),
    'selection ece before': figure(choices.plain.calibrationError[0]),
    'selection ece': figure(choices.plain.calibrationError[1]),
    'telephone cost': points(find(results.conditions, 'name', 'telephone-band').cost),
    'no end cost': points(find(results.conditions, 'name', 'no-end').cost),
    'clean refused': percent(clean.refused),
    'clean unfamiliar': percent(clean.unfamiliar),
    'window uar': withInterval(windows.windows.uar),
    'window n': `${windows.windows.n}`,
    'window refused': percent(windows.refused),
    'windows clip uar': withInterval(windows.clips.uar),
    'weights sha256': results.weightsSha256,
    'adapted sha256': results.adaptedSha256,
    'fit seconds': `${results.fitSeconds}`,
    'milliseconds per second': `${results.millisecondsPerSecond}`,
  };
}
