import type { Locator, Page } from 'playwright-core';
import { SearchPalette } from './search-palette';

/** 文章を探す: finds what was written. */
export class TextSearchPage {
  constructor(private readonly page: Page) {}

  /** From wherever the window is, by the search over every page. */
  async open(): Promise<void> {
    const palette = new SearchPalette(this.page);
    await palette.openByKey();
    await palette.find('文章を探す');
    await palette.options().filter({ hasText: '文章を探す' }).first().click();
    await this.box().waitFor();
  }

  box(): Locator {
    return this.page.getByRole('textbox', { name: '探す言葉' });
  }

  hits(): Locator {
    return this.page.getByRole('list', { name: '見つかった文章' }).getByRole('link');
  }

  /** Types, and resolves once it is said how much was found. */
  async find(text: string): Promise<void> {
    await this.box().fill(text);
    await this.count()
      .filter({ hasText: /\d+ 件/u })
      .waitFor();
  }

  count(): Locator {
    return this.page
      .getByRole('main')
      .getByRole('status')
      .filter({ hasText: /件|探しています/u });
  }

  confidential(): Locator {
    return this.page.getByRole('checkbox', { name: '相談・職場復帰支援の面談も探す' });
  }

  kind(name: string): Locator {
    return this.page.getByRole('checkbox', { name, exact: true });
  }
}
