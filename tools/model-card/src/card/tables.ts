import type { AdaptedFigures, GroupFigures, Results } from '../results/results.ts';
import type { Heard } from '../voices/hear.ts';
import { figure, interval, percent, points, table, withInterval } from './format.ts';

/** Clips in words. */
function clips(heard: Heard): string {
  if (heard === 'all') return 'all others';
  return heard === 1 ? '1 clip' : `${heard} clips`;
}

/** The groups of the hold-out beside those of the five folds. */
function groupTable(
  title: string,
  own: readonly GroupFigures[],
  all: readonly GroupFigures[],
): string {
  const rows = all.map(({ group, n, uar }) => {
    const held = own.find((each) => each.group === group);
    return [
      group,
      held ? `${held.n}` : '–',
      held ? figure(held.uar.value) : '–',
      `${n}`,
      withInterval(uar),
    ];
  });
  return table([title, '`holdout`: clips', 'UAR', '`speaker`: clips', 'UAR (interval)'], rows);
}

function adaptedRow(own: AdaptedFigures): string[] {
  const { uar, accuracy, calibrationError } = own;
  return [withInterval(uar), figure(accuracy.value), figure(calibrationError)];
}

/** The tables of the card, by the names that its template has for them. */
export const TABLES: Readonly<Record<string, (results: Results) => string>> = {
  'table emotions': ({ holdout, speaker }) =>
    table(
      [
        'emotion',
        '`holdout`: clips',
        'recall',
        'precision',
        '`speaker`: clips',
        'recall (interval)',
        'precision',
      ],
      holdout.emotions.map(({ emotion, n, recall, precision }, i) => {
        const all = speaker.emotions[i];
        return [
          emotion,
          `${n}`,
          figure(recall.value),
          figure(precision),
          `${all.n}`,
          withInterval(all.recall),
          figure(all.precision),
        ];
      }),
    ),
  'table sex': ({ holdout, speaker }) => groupTable('sex', holdout.groups.sex, speaker.groups.sex),
  'table intensity': ({ holdout, speaker }) =>
    groupTable('intensity', holdout.groups.intensity, speaker.groups.intensity),
  'table statement': ({ holdout, speaker }) =>
    groupTable('statement', holdout.groups.statement, speaker.groups.statement),
  'table actors': ({ holdout, speaker }) =>
    table(
      ['actor', 'sex', '`holdout`: UAR', '`speaker`: UAR'],
      speaker.groups.actor.map(({ group, uar }) => {
        const held = holdout.groups.actor.find((each) => each.group === group);
        const sex = Number(group) % 2 === 1 ? 'male' : 'female';
        return [group, sex, held ? figure(held.uar.value) : '–', figure(uar.value)];
      }),
    ),
  'table confusion': ({ labels, speaker: { confusion } }) =>
    table(
      ['true \\ named', ...labels],
      confusion.map((row, i) => [`**${labels[i]}**`, ...row.map(String)]),
    ),
  'table holdout confusion': ({ labels, holdout: { confusion } }) =>
    table(
      ['true \\ named', ...labels],
      confusion.map((row, i) => [`**${labels[i]}**`, ...row.map(String)]),
    ),
  'table calibration': ({ holdout, speaker, holdoutAdaptedCalibration: adapted }) =>
    table(
      ['clips', 'expected calibration error', 'log loss (nats)', 'Brier score'],
      (
        [
          ['`holdout`', holdout.calibration],
          ['`holdout`, calibrated to each voice with 5 clips', adapted],
          ['`speaker`', speaker.calibration],
        ] as const
      ).map(([name, { calibrationError, logLoss, brierScore }]) => [
        name,
        figure(calibrationError),
        figure(logLoss),
        figure(brierScore),
      ]),
    ),
  'table reliability': ({ holdout, speaker }) =>
    table(
      [
        'highest score',
        '`holdout`: clips',
        'mean score',
        'right',
        '`speaker`: clips',
        'mean score',
        'right',
      ],
      speaker.calibration.bins.map(({ from, to, count, score, accuracy }) => {
        const own = holdout.calibration.bins.find((bin) => bin.from === from);
        return [
          `${from.toFixed(1)} to ${to.toFixed(1)}`,
          own ? `${own.count}` : '0',
          own ? figure(own.score) : '–',
          own ? figure(own.accuracy) : '–',
          `${count}`,
          figure(score),
          figure(accuracy),
        ];
      }),
    ),
  'table coverage': ({ holdout, speaker }) =>
    table(
      [
        'highest score is at least',
        '`holdout`: share of clips',
        'right',
        '`speaker`: share of clips',
        'right',
      ],
      holdout.coverage.map(({ score, share, accuracy }, i) => [
        score === 0 ? 'any' : score.toFixed(1),
        percent(share),
        figure(accuracy),
        percent(speaker.coverage[i].share),
        figure(speaker.coverage[i].accuracy),
      ]),
    ),
  'table voices': ({ holdout, speaker, holdoutAdapted, speakerAdapted }) =>
    table(
      [
        'heard of the voice before',
        '`speaker-adapted`: UAR (interval)',
        'accuracy',
        'calibration error',
        'actors 21 to 24: UAR (interval)',
        'accuracy',
        'calibration error',
      ],
      [
        [
          'nothing (the model that is not calibrated)',
          ...[speaker, holdout].flatMap(({ uar, accuracy, calibration }) => [
            withInterval(uar),
            figure(accuracy.value),
            figure(calibration.calibrationError),
          ]),
        ],
        ...speakerAdapted.map((own, i) => [
          clips(own.heard),
          ...adaptedRow(own),
          ...adaptedRow(holdoutAdapted[i]),
        ]),
      ],
    ),
  'table conditions': ({ conditions }) =>
    table(
      ['clips', 'UAR', 'interval', 'cost in points (interval)', 'no speech', 'not familiar'],
      conditions.map(({ title, uar, cost, refused, unfamiliar }, i) => [
        title,
        figure(uar.value),
        interval(uar),
        i === 0 ? '–' : points(cost),
        percent(refused),
        percent(unfamiliar),
      ]),
    ),
  'table sounds': ({ sounds }) =>
    sounds.length === 0
      ? 'Other sounds were not measured.'
      : table(
          ['sounds', 'how many', 'taken for speech', 'and for familiar'],
          sounds.map(({ title, n, heard, familiar }) => [
            title,
            `${n}`,
            percent(heard),
            percent(familiar),
          ]),
        ),
};
