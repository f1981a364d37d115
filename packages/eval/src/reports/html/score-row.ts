/** A row of the table of scores; the interval is '' where there is none. */
export type ScoreRow = [name: string, value: string, interval: string];
