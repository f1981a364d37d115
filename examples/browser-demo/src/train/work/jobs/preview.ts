import type { Row } from '@ser/eval';
import {
  checkTable,
  extractorOf,
  foldCount,
  type Plan,
  planRows,
  splitRows,
} from '@ser/experiment';
import { complaintOf } from '../../../parts/complaint-of.ts';
import { planOf, recipeOf } from '../choices.ts';
import { currentData, type LoadedData } from '../data/loaded-data.ts';
import type { TrainJob } from '../jobs.ts';
import type { PreviewSide } from '../preview.ts';
import { recipeCard } from '../recipe-card.ts';

export const preview: TrainJob<'preview'> = async (choices) => {
  let recipe = null;
  let folds = 0;
  try {
    recipe = recipeCard(recipeOf(choices.recipe));
    const data = currentData();
    if (!data) throw new Error('No data are chosen.');
    const plan = planOf(choices, data);
    const rows = rowsOf(data, plan);
    folds = foldCount(plan, rows);
    const { train, validation, test } = splitRows(rows, plan);
    const side = (indices: readonly number[]) => sideOf(indices.map((i) => rows[i]));
    return { recipe, folds, train: side([...train, ...validation]), test: side(test) };
  } catch (error) {
    return { recipe, folds, error: complaintOf(error) };
  }
};

/** The rows that a plan may use, as far as they are known before anything is extracted. */
function rowsOf({ table, rows, name }: LoadedData, plan: Plan): readonly Row[] {
  if (table) {
    checkTable(name, table, extractorOf(plan.recipe));
    return planRows(name, table, plan).rows;
  }
  const { conditions } = plan;
  return rows.filter(({ condition = '' }) => !conditions || conditions.includes(condition));
}

function sideOf(rows: readonly Row[]): PreviewSide {
  const speakers = new Set(rows.map(({ speaker }) => speaker).filter(Boolean));
  return { clips: new Set(rows.map(({ clip }) => clip)).size, speakers: [...speakers].sort() };
}
