export { htmlReport } from '../reports/html-report.ts';
export type { ReportProtocol, ReportRun } from '../reports/report-run.ts';
export { confusionMatrixSvg } from './confusion-matrix-svg.ts';
export type { FigureOptions } from './figure-options.ts';
export { type GroupAccuracyOptions, groupAccuracySvg } from './group-accuracy-svg.ts';
export { type HistoryEpoch, type HistoryOptions, historySvg } from './history-svg.ts';
export { reliabilitySvg } from './reliability-svg.ts';
export { type RocSvgOptions, rocSvg } from './roc-svg.ts';
