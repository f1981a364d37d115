import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

type Look = 'light' | 'dark' | 'forced';

const MEDIA: Record<Look, Parameters<Page['emulateMedia']>[0]> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
};
/** What can differ between the looks. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** A fault, and in which look it was found. */
interface Fault {
  readonly look: Look;
  readonly rule: string;
  readonly where: readonly string[];
}

/**
 * What axe finds wrong in a page as it stands.
 *
 * @param looks Default: the light scheme, the dark one, forced colours.
 */
export async function axeFaults(
  page: Page,
  looks: readonly Look[] = ['light', 'dark', 'forced'],
): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const look of looks) {
    await page.emulateMedia(MEDIA[look]);
    const builder = new AxeBuilder({ page });
    if (look !== 'light') builder.withRules(OF_COLOURS);
    // The other mode opens a second page for frames of other hosts. Here are none.
    const { violations } = await builder.setLegacyMode().analyze();
    for (const { id, nodes } of violations) {
      faults.push({ look, rule: id, where: nodes.map(({ html }) => html) });
    }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return faults;
}
