import type { Locator, Page } from 'playwright-core';

/** The era and the three boxes of a goal's いつまでに. */
export class DateBoxes {
  constructor(
    private readonly page: Page,
    private readonly goal: Locator,
  ) {}

  /** By the key, from the line; the keyboard is then in the year. */
  async openByKey(): Promise<void> {
    await this.line().focus();
    await this.page.keyboard.press('Alt+ArrowDown');
    await this.group().waitFor();
  }

  line(): Locator {
    return this.goal.getByLabel('いつまでに');
  }

  openButton(): Locator {
    return this.goal.getByRole('button', { name: '年月日の欄で入れる' });
  }

  group(): Locator {
    return this.goal.getByRole('group', { name: '年月日の欄' });
  }

  era(): Locator {
    return this.group().getByLabel('元号');
  }

  box(label: '年' | '月' | '日'): Locator {
    return this.group().getByLabel(label, { exact: true });
  }
}
