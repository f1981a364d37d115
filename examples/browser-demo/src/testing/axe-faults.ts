import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Looks = Parameters<Page['emulateMedia']>[0];

/** What pages look like else: what is found in them depends on nothing but colours. */
const OTHER_LOOKS: Record<string, Looks> = {
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
};
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** A fault, and in which look it was found. */
interface Fault {
  readonly look: string;
  readonly rule: string;
  readonly where: readonly string[];
}

/** What axe finds wrong in a page as it stands: in the light scheme, the dark one, forced colours. */
export async function axeFaults(page: Page): Promise<Fault[]> {
  const faults: Fault[] = [];
  const find = async (look: string, builder: AxeBuilder) => {
    // The other mode opens a second page for frames of other hosts. Here are none.
    const { violations } = await builder.setLegacyMode().analyze();
    for (const { id, nodes } of violations) {
      faults.push({ look, rule: id, where: nodes.map(({ html }) => html) });
    }
  };
  await find('light', new AxeBuilder({ page }));
  for (const [look, options] of Object.entries(OTHER_LOOKS)) {
    await page.emulateMedia(options);
    await find(look, new AxeBuilder({ page }).withRules(OF_COLOURS));
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return faults;
}
