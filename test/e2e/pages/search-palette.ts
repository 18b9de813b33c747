import type { Locator, Page } from 'playwright-core';

/** The search over every page, which is the command palette too. */
export class SearchPalette {
  constructor(private readonly page: Page) {}

  async openByKey(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.box().waitFor();
  }

  button(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: '探す' });
  }

  box(): Locator {
    return this.page.getByRole('combobox', { name: '職員・シート・画面・文章を探す' });
  }

  options(): Locator {
    return this.page
      .getByRole('listbox', { name: '職員・シート・画面・文章を探す' })
      .getByRole('option');
  }

  people(): Locator {
    return this.page.getByRole('group', { name: '職員', exact: true }).getByRole('option');
  }

  /** Texts that hold the words, and last the way to all of them. */
  texts(): Locator {
    return this.page.getByRole('group', { name: '文章', exact: true }).getByRole('option');
  }

  marked(): Locator {
    return this.page.getByRole('option', { selected: true });
  }

  /** Types, and resolves once everybody who may be found has been read. */
  async find(text: string): Promise<void> {
    await this.box().fill(text);
    await this.page
      .getByRole('dialog')
      .getByRole('status')
      .filter({ hasText: /^\d+ 件/u })
      .waitFor();
  }
}
