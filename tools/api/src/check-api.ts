import { apiReports } from './api-reports.ts';
import { checkBudgets, weighImports } from './check-budgets.ts';
import { checkReports } from './check-reports.ts';

/** Holds the built packages against the reports of what they export and the budgets of imports. */
export async function checkApi(root: string): Promise<void> {
  const reports = apiReports(root);
  checkReports(root, reports);
  const weights = await weighImports(root);
  checkBudgets(weights);
  console.log(
    `The ${reports.size} entries export what their reports say; ${weights.length} imports are within their budgets.`,
  );
}
