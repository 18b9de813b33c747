import type { Locator, Page } from 'playwright-core';

/** 取組の記録 under the card of one goal. */
export class GoalLogList {
  private readonly list: Locator;

  constructor(
    page: Page,
    private readonly goal: string,
  ) {
    this.list = page.getByRole('region', { name: `${goal}の取組の記録` });
  }

  line(): Locator {
    return this.list.getByRole('button', { name: /^取組の記録（/u });
  }

  record(number: number): Locator {
    return this.list.getByRole('group', { name: `${this.goal}の記録${number}`, exact: true });
  }

  async add(): Promise<void> {
    await this.list.getByRole('button', { name: `${this.goal}に取組の記録を加える` }).click();
  }

  text(number: number): Locator {
    return this.record(number).getByLabel('したこと・分かったこと');
  }

  async takeOff(number: number): Promise<void> {
    await this.record(number)
      .getByRole('button', { name: /を取り除く$/u })
      .click();
  }

  async bringBack(words: string): Promise<void> {
    await this.list.getByRole('button', { name: `${words}を元に戻す` }).click();
  }
}
